import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { clockText } from '../../lib/format.js';
import { useAccountId } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';
import { giveUp, onArrival, send, useSteps, type StepName } from './steps.js';

const listen = (tell: () => void) => {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
};

export function useStepWords(): (name: StepName) => string {
  const say = useWords();
  const words: Record<StepName, string> = {
    accept: say('签收', 'Accept'),
    contact: say('登记首次联系', 'Record first contact'),
    feedback: say('反馈诉求人', 'Give the complainant word'),
    checkIn: say('到场签到', 'Check in on site'),
    progress: say('报进展', 'Report progress'),
    complete: say('办结', 'Complete'),
    resume: say('原因已消除，恢复办理', 'Resume'),
    handUp: say('上交一级', 'Hand up'),
    dispute: say('派单异议', 'Object to the dispatch'),
    extension: say('申请延期', 'Ask for more time'),
    suspension: say('申请挂账', 'Ask to suspend'),
    pause: say('暂停计时：等诉求人', 'Stop the clock: wait for the complainant'),
    goOn: say('恢复计时', 'Let the clock go on'),
    escalate: say('提级请求', 'Ask the next higher level'),
  };
  return (name) => words[name];
}

/** What has not arrived yet, honestly: kept on this phone, not with the street; and what was refused, with why. */
export function Waiting() {
  const say = useWords();
  const words = useStepWords();
  const queries = useQueryClient();
  const accountId = useAccountId();
  const steps = useSteps(accountId);
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  useEffect(() => {
    if (!isOnline || !accountId) return;
    void send(accountId);
    const timer = setInterval(() => void send(accountId), 15_000);
    return () => clearInterval(timer);
  }, [isOnline, accountId]);
  useEffect(
    () =>
      onArrival(() => Promise.all([queries.invalidateQueries({ queryKey: ['job'] }), queries.invalidateQueries({ queryKey: ['jobs'] })])),
    [queries],
  );
  const sendable = steps.filter(({ refusal }) => !refusal);
  return (
    <div role="status" className="waiting">
      {!isOnline && (
        <Alert
          type="warning"
          showIcon
          message={say('没有信号', 'No signal')}
          description={say(
            '您做的每一步先存在本机，有信号后自动送出，不会重复。时间以送达为准。',
            'Each step is kept on this phone and sent once there is a signal. What counts is when it arrives.',
          )}
        />
      )}
      {sendable.length > 0 && (
        <Alert
          type="info"
          showIcon
          message={say(`${sendable.length} 步还没有送达`, `${sendable.length} not delivered yet`)}
          description={sendable.map(({ key, name, title, takenAt }) => (
            <div key={key}>
              {clockText(takenAt)} {words(name)}：{title}
            </div>
          ))}
          action={isOnline ? <Button onClick={() => void send(accountId)}>{say('现在送出', 'Send now')}</Button> : undefined}
        />
      )}
      {steps.map((step) =>
        step.refusal ? (
          <Alert
            key={step.key}
            type="error"
            showIcon
            message={`${words(step.name)}：${step.refusal.title}`}
            description={`${step.title}。${step.refusal.detail}`}
            action={<Button onClick={() => void giveUp(step)}>{say('知道了，撤下这一步', 'Remove this step')}</Button>}
          />
        ) : null,
      )}
    </div>
  );
}
