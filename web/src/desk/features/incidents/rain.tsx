import { useQuery } from '@tanstack/react-query';
import { Command } from '../../components/command.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';

const refreshes = [['rain']];

/** Whether it rains (降雨): drainage demands have half an hour then, and the looks that wait for the first rain begin. */
export function Rain() {
  const say = useWords();
  const rain = useQuery({
    queryKey: ['rain'],
    queryFn: ({ signal }) => call('dispatch.rain.get', {}, { signal }),
    refetchInterval: 60_000,
  });
  return (
    <Part id="rain" title={say('降雨', 'Rain')}>
      <Answered query={rain}>
        {({ isOn, since, until }) => (
          <>
            <p>
              {isOn ? (
                <>
                  <Mark tone="bad">{say('雨季应急', 'raining')}</Mark>
                  {say(
                    `自 ${fullText(since)} 起：排水诉求按雨天时限处置。`,
                    `since ${fullText(since)}: drainage by the time limit for rain.`,
                  )}
                </>
              ) : (
                <>
                  {say('现在没有宣布降雨。', 'No rain declared.')}
                  {until !== null && say(` 上一次到 ${fullText(until)}。`, ` The last ended ${fullText(until)}.`)}
                </>
              )}
            </p>
            <div className="acts">
              {isOn ? (
                <Command
                  operation="dispatch.rain.end"
                  title={say('降雨结束', 'The rain has ended')}
                  refreshes={refreshes}
                  note={say(
                    '此后的排水诉求恢复平常的时限；已经开始的仍按雨中的时限。',
                    'Later drainage demands have their usual time again.',
                  )}
                  input={() => ({})}
                />
              ) : (
                <Command
                  operation="dispatch.rain.declare"
                  title={say('宣布降雨', 'Declare rain')}
                  refreshes={refreshes}
                  note={say(
                    '排水诉求随即按雨天时限处置，等第一场雨的回看任务开始计时。',
                    'Drainage demands get the time limit for rain at once; looks that wait for rain begin.',
                  )}
                  input={() => ({})}
                />
              )}
            </div>
          </>
        )}
      </Answered>
    </Part>
  );
}
