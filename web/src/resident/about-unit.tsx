/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import { call } from './api.js';
import { Shown, useAsked } from './asked.js';
import { say } from './words.js';

/** Where the trouble lies with a unit itself, which one: it will not handle, check or call back this matter. The units are asked for when somebody opens it. */
export function AboutUnit({ streetId, placeCode }: { streetId: string; placeCode: string | undefined }) {
  const frame = useRef<HTMLDetailsElement>(null);
  const [point, setPoint] = useState<string>();
  const open = () => {
    const written = frame.current?.closest('form')?.elements.namedItem('point');
    if (frame.current?.open) setPoint(written instanceof HTMLInputElement ? written.value.trim() : '');
  };
  return (
    <details ref={frame} onToggle={open}>
      <summary>{say('要投诉的是物业或其他单位本身？', 'Is it the firm or another unit itself you complain about?')}</summary>
      {point !== undefined && <Units key={point} {...{ streetId, placeCode, point }} />}
    </details>
  );
}

function Units({ streetId, placeCode, point }: { streetId: string; placeCode: string | undefined; point: string }) {
  const asked = useAsked(point, () =>
    call('intake.complaint-unit.list', { streetId, ...(placeCode !== undefined && { placeCode }), ...(point && { point }) }),
  );
  return (
    <Shown asked={asked}>
      {({ units }) =>
        units.length === 0 ? (
          <p class="quiet">
            {say(
              '按填写的地点没有认出单位。请写上小区名称后再打开一次，或在内容里写明单位，工作人员会登记。',
              'No unit is known for this place. Write the estate’s name and open this again, or name the unit in your words.',
            )}
          </p>
        ) : (
          <label>
            {say('投诉哪个单位（此件不会交给它办理）', 'Which unit (it will not handle this)')}
            <select name="aboutUnitId">
              <option value="">{say('不投诉单位', 'None')}</option>
              {units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )
      }
    </Shown>
  );
}
