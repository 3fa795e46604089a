import { Form, Select } from 'antd';
import { Command } from '../../components/command.js';
import { labels } from '../../lib/labels.js';
import { useMatters } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { keysOf, type Order } from './api.js';
import { levelToRaise } from './level-to-raise.js';

type Category = [string, string, string];

/** The desk sets right what an order that has gone out is about: the duties of the category follow, and the text is an example for training. */
export function CorrectCategory({ order: { id, demandId, category, level } }: { order: Order }) {
  const say = useWords();
  const matters = useMatters();
  const now = category.join('/');
  return (
    <Command
      operation="intake.demand.correct-category"
      title={say('更正分类', 'Set the category right')}
      refreshes={keysOf(id)}
      note={say(
        `现为“${now}”。另计的时限、网格核实和回看随分类改变，自此刻起计；主办单位和级别不变。更正作为训练样本。`,
        `It is “${now}”. Added time limits and checks follow the category, counted from now; lead and level stay. The correction is an example for training.`,
      )}
      input={({ category: chosen }: { category: string }) => ({ id: demandId, category: chosen.split('/') as Category })}
    >
      <Form.Item
        name="category"
        label={say('正确的分类', 'The right category')}
        rules={[{ required: true, message: say('请选择分类', 'Choose a category') }]}
      >
        <Select
          showSearch
          optionFilterProp="label"
          options={matters
            .map((matter) => matter.category)
            .filter((one) => one.join('/') !== now)
            .map((one) => ({ value: one.join('/'), label: one.join(' / ') }))}
        />
      </Form.Item>
      <RaiseAfter level={level} />
    </Command>
  );
}

/** What the right category asks for and the order's level does not give: the one who corrects it is told to raise it, since correcting does not. */
function RaiseAfter({ level }: Pick<Order, 'level'>) {
  const say = useWords();
  const due = levelToRaise(useMatters(), Form.useWatch<string | undefined>('category'), level);
  if (due === null) return null;
  return (
    <p role="status">
      {say(
        `此分类应按“${labels.level[due]}”办理，而工单级别仍是“${labels.level[level]}”，不计相应的到场和办理时限。更正后请再点“发现危险，提级”，提到“${labels.level[due]}”。`,
        `This category is handled as “${labels.level[due]}”, but the order stays “${labels.level[level]}”, without its time limits. Raise the level once it is corrected.`,
      )}
    </p>
  );
}
