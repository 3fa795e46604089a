import { Button, Form, Input, Radio } from 'antd';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, type Issue, type SeatKind } from './api.js';
import { OneOf, seatChoices, When, Words } from '../../components/fields.js';

interface Drawn {
  text: string;
  commitments?: { seat: SeatKind; text: string; dueOn: string; evidence: string }[];
  schedule?: { name: string; ratio: string; kind: 'DUE' | 'RETENTION'; dueOn?: string }[];
}

/** The chair draws the resolution up (拟定决议): what was agreed, who promises what until when, in which parts the shares are paid. */
export function DrawResolution({ issue }: { issue: Issue }) {
  const say = useWords();
  const seats = seatChoices(issue.seats.filter(({ state }) => state !== 'VACANT').map(({ kind }) => kind));
  return (
    <Command
      operation="deliberation.resolution.draw"
      refreshes={refreshedBy(issue)}
      title={say('拟定决议，交各方签署', 'Draw the resolution up for signing')}
      isPrimary
      initial={{ commitments: [], schedule: [] }}
      input={({ text, commitments = [], schedule = [] }: Drawn, id) => ({
        ...{ id, issueId: issue.id, commitments },
        text: text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        schedule: schedule.map(({ name, ratio, kind, dueOn }) => ({
          ...{ name, ratio, isRetention: kind === 'RETENTION' },
          dueOn: kind === 'RETENTION' ? null : (dueOn ?? null),
        })),
      })}
    >
      <Words name="text" label={say('决议正文（每行一条）', 'Text (a line each)')} rows={4} max={20_000} />
      <Form.List name="commitments">
        {(fields, { add, remove }) => (
          <fieldset>
            <legend>{say('承诺事项', 'Promises')}</legend>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key}>
                <legend>{say(`第 ${index + 1} 项`, `Promise ${index + 1}`)}</legend>
                <OneOf name={[name, 'seat']} label={say('哪一方', 'Who')} choices={seats} />
                <Words name={[name, 'text']} label={say('做什么', 'What')} max={200} />
                <When name={[name, 'dueOn']} label={say('何时完成', 'Until when')} />
                <Words name={[name, 'evidence']} label={say('完成时提交什么', 'What to show')} max={200} />
                <Button onClick={() => remove(name)}>{say(`删去第 ${index + 1} 项`, `Leave out promise ${index + 1}`)}</Button>
              </fieldset>
            ))}
            <Button onClick={() => add()}>{say('加一项承诺', 'Add a promise')}</Button>
          </fieldset>
        )}
      </Form.List>
      {issue.planId !== null && (
        <Form.List name="schedule">
          {(fields, { add, remove }) => (
            <fieldset>
              <legend>{say('分期付款（不填即一次付清）', 'Instalments (none: all at once)')}</legend>
              {fields.map(({ key, name }, index) => (
                <fieldset key={key}>
                  <legend>{say(`第 ${index + 1} 期`, `Instalment ${index + 1}`)}</legend>
                  <Words name={[name, 'name']} label={say('名称，例如“开工款”', 'Name')} max={200} />
                  <Form.Item
                    name={[name, 'ratio']}
                    label={say('比例', 'Part')}
                    rules={[
                      {
                        required: true,
                        pattern: /^(\d{1,3}(\.\d{1,4})?%|\d+\/\d+)$/,
                        message: say('例如 50% 或 1/3', 'Such as 50% or 1/3'),
                      },
                    ]}
                  >
                    <Input style={{ maxWidth: 120 }} />
                  </Form.Item>
                  <Form.Item name={[name, 'kind']} label={say('何时付', 'When')} initialValue="DUE">
                    <Radio.Group
                      options={[
                        { value: 'DUE', label: say('按日期', 'On a day') },
                        { value: 'RETENTION', label: labels.instalmentKind.RETENTION + say('，质保期满后', ', after the warranty') },
                      ]}
                    />
                  </Form.Item>
                  <When name={[name, 'dueOn']} isOptional label={say('付款日期', 'Day')} />
                  <Button onClick={() => remove(name)}>{say(`删去第 ${index + 1} 期`, `Leave out instalment ${index + 1}`)}</Button>
                </fieldset>
              ))}
              <Button onClick={() => add()}>{say('加一期', 'Add an instalment')}</Button>
            </fieldset>
          )}
        </Form.List>
      )}
    </Command>
  );
}
