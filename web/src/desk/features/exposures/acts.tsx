import { Checkbox, Form } from 'antd';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { useWords } from '../../lib/words.js';

const refreshes = [['exposures']];

/** Onto the board, by somebody who has looked that no person can be told from it; or not. */
export function Decide({ id, about }: { id: string; about: string }) {
  const say = useWords();
  const looked = say('看过照片和文字：没有人脸、姓名、车牌、门牌', 'I looked: no face, name, number plate or door number');
  return (
    <div className="acts">
      <Command
        operation="dispatch.exposure.decide"
        title={say('批准曝光', 'Publish')}
        about={about}
        isPrimary
        refreshes={refreshes}
        note={say('批准后任何人都能看到。请先打开照片看一遍。', 'Anybody can read it then. Open the photos first.')}
        input={({ noPersons = false }: { noPersons?: boolean }) => ({ id, publish: true, noPersons })}
      >
        <Form.Item name="noPersons" valuePropName="checked">
          <Checkbox>{looked}</Checkbox>
        </Form.Item>
      </Command>
      <Command
        operation="dispatch.exposure.decide"
        title={say('不予曝光', 'Refuse')}
        about={about}
        refreshes={refreshes}
        input={({ reason }: { reason: string }) => ({ id, publish: false, reason })}
      >
        <Words name="reason" label={say('理由', 'Why')} min={2} max={300} rows={2} />
      </Command>
    </div>
  );
}

/** What hangs there is put right, or should not have hung. */
export function FixOrWithdraw({ id, about, isFixed }: { id: string; about: string; isFixed: boolean }) {
  const say = useWords();
  return (
    <div className="acts">
      {!isFixed && (
        <Command
          operation="dispatch.exposure.fix"
          title={say('已整改', 'Put right')}
          about={about}
          refreshes={refreshes}
          note={say('到现场核实之后登记，结果公开。', 'Once somebody has looked; the result is public.')}
          input={({ result }: { result: string }) => ({ id, result })}
        >
          <Words name="result" label={say('整改结果（五个字以上，请勿写人）', 'Result (no persons)')} min={5} max={500} rows={2} />
        </Command>
      )}
      <Command
        operation="dispatch.exposure.withdraw"
        title={say('撤下', 'Take down')}
        about={about}
        refreshes={refreshes}
        input={({ reason }: { reason: string }) => ({ id, reason })}
      >
        <Words name="reason" label={say('理由（不公开）', 'Why (not public)')} min={2} max={300} rows={2} />
      </Command>
    </div>
  );
}
