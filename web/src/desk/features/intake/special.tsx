import type { Output } from '@wufang/api-client';
import { Form, Input, Radio } from 'antd';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { labels, toldResidents, type Special } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import type { Draft } from './draft.js';

type Receipt = Output<'intake.demand.receive'>;
const classes = Object.keys(toldResidents) as Special[];

interface Props {
  id: string;
  onDone: (receipt: Receipt) => void;
}

/** A question (咨询) is answered at once and sent to nobody (条例第十一条第一项); the resident reads the answer where they follow their matter. */
export function AnswerQuestion({ id, demandType, onDone }: Props & { demandType: Draft['demandType'] }) {
  const say = useWords();
  if (demandType !== undefined && demandType !== 'INQUIRY') return null;
  return (
    <Command
      operation="intake.demand.answer"
      title={say('直接答复咨询', 'Answer the question')}
      refreshes={[]}
      note={say(
        '只有咨询可以直接答复，答复后即办结、不派单；诉求人查进展时看到这段话。',
        'A question only: it ends with the answer, which the resident reads when following it.',
      )}
      input={({ answer }: { answer: string }) => ({ id, answer, demandType: 'INQUIRY' as const })}
      onDone={onDone}
    >
      <Words name="answer" label={say('答复', 'Answer')} min={2} max={2000} rows={4} />
    </Command>
  );
}

/** What is no ordinary demand: one of six classes, each with a message to who brought it (条例第十一条第三项). */
export function SpecialClass({ id, onDone }: Props) {
  const say = useWords();
  return (
    <Command
      operation="intake.demand.screen"
      title={say('不派单：六类特殊情形', 'Not to be dispatched: six special classes')}
      refreshes={[]}
      note={say('选定后即办结、不派单；诉求人查进展时看到告知的话。', 'It ends here; the resident reads what is written below.')}
      input={({ outcome, message }: { outcome: Special; message?: string }) => ({ id, outcome, ...(message?.trim() && { message }) })}
      onDone={onDone}
    >
      <SpecialFields />
    </Command>
  );
}

/** The classes with when each holds; what the resident is told, and what a message of one's own should name. */
function SpecialFields() {
  const say = useWords();
  const chosen: Special | undefined = Form.useWatch('outcome');
  const when: Record<Special, string> = {
    EMERGENCY_LINE: say(
      '人身、财产正受威胁，应由 110、119、120、122 处置；先转告专线',
      'Life or property in danger: pass it to the line first',
    ),
    LEGAL_CHANNEL: say(
      '应当或已经走诉讼、仲裁、监察、复议、信息公开、信访',
      'Belongs to a court, arbitration, review, petition or the like',
    ),
    ALREADY_HANDLED: say('同一事项在办或已办结，没有新的事实', 'The same matter, with no new facts'),
    SECRET_OR_PRIVATE: say('涉及国家秘密、商业秘密、他人隐私', 'Secrets, or somebody else’s private life'),
    BEYOND_DUTIES: say('不属于行政机关职责，应由市场、社会解决', 'For the market or society, not for an authority'),
    UNLAWFUL: say('违反法律法规、社会公序良俗', 'Against the law or good morals'),
  };
  const names: Record<Special, string> = {
    EMERGENCY_LINE: say('转告了哪条专线、几点', 'which line was told, and when'),
    LEGAL_CHANNEL: say('应向哪个机构提出', 'which body to turn to'),
    ALREADY_HANDLED: say('原来的工单编号', 'the number of the earlier order'),
    SECRET_OR_PRIVATE: say('不能办理的原因，不要复述内容', 'why, without the content itself'),
    BEYOND_DUTIES: say('可以找谁解决', 'who can help'),
    UNLAWFUL: say('依据哪一条规定', 'which rule says so'),
  };
  return (
    <>
      <Form.Item
        name="outcome"
        label={say('属于哪一类', 'Which class')}
        rules={[{ required: true, message: say('请选择一类', 'Choose one') }]}
      >
        <Radio.Group
          className="radios"
          aria-label={say('属于哪一类', 'Which class')}
          options={classes.map((value) => ({ value, label: `${labels.screeningOutcome[value]}：${when[value]}` }))}
        />
      </Form.Item>
      <Form.Item
        name="message"
        label={say('告知的话（不写就用下面的话）', 'Words to the resident (else those below)')}
        extra={
          chosen && (
            <>
              {toldResidents[chosen]}
              <br />
              {say(`自己写的，请写明${names[chosen]}。`, `Of your own: name ${names[chosen]}.`)}
            </>
          )
        }
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}
