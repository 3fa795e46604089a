import { Form, Input } from 'antd';
import { Answered } from '../../components/states.js';
import { useWords } from '../../lib/words.js';
import { readWeights, type NamedHome, type Weighed } from './agreed-weights.js';
import type { Issue } from './api.js';
import { usePlanHomes } from './homes.js';

/** The weights that homes have agreed to share by (约定系数), a home a line; a sheet's two columns may be pasted. */
export function AgreedWeights({ issue }: { issue: Issue }) {
  const homes = usePlanHomes(issue);
  return <Answered query={homes}>{(named) => <Lines homes={named} />}</Answered>;
}

function Lines({ homes }: { homes: NamedHome[] }) {
  const say = useWords();
  const whyNot = {
    UNKNOWN: say('范围内没有这一户，请照名册写户号', 'no such home here'),
    TWICE: say('这一户写了两次', 'named twice'),
    NO_WEIGHT: say('户号之后应写 0 至 1,000,000 的整数系数（如 1.2 与 1.0 写成 12 与 10）', 'a whole number is needed'),
  };
  const words = ({ faults, missing }: Weighed): string | null => {
    if (faults.length > 0)
      return faults
        .slice(0, 5)
        .map(({ line, kind, text }) => say(`第 ${line} 行“${text}”：${whyNot[kind]}`, `Line ${line}: ${whyNot[kind]}`))
        .join('；');
    if (missing.length === 0) return null;
    const few = missing.slice(0, 5).join('、');
    return say(`还有 ${missing.length} 户没有系数：${few}${missing.length > 5 ? '等' : ''}`, `${missing.length} homes lack one: ${few}`);
  };
  return (
    <Form.Item
      name="weighed"
      label={say('各户的约定系数（每行一户，系数写在最后）', 'Agreed weights: a home a line, its weight last')}
      extra={say(
        `共 ${homes.length} 户。可以从表格整列粘贴“户号、系数”两列；金额按系数占总和的比例分。`,
        `${homes.length} homes. Two columns of a sheet may be pasted.`,
      )}
      initialValue={readWeights(homes.map(({ label }) => `${label} `).join('\n'), homes)}
      validateTrigger="onBlur"
      rules={[
        {
          validator: (_, weighed: Weighed) => {
            const fault = words(weighed);
            return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
          },
        },
      ]}
    >
      <WeightsInput homes={homes} />
    </Form.Item>
  );
}

function WeightsInput({
  homes,
  value,
  onChange,
  ...named
}: {
  homes: NamedHome[];
  value?: Weighed;
  onChange?: (weighed: Weighed) => void;
  id?: string;
}) {
  return (
    <Input.TextArea
      {...named}
      autoSize={{ minRows: 4, maxRows: 16 }}
      value={value?.text}
      onChange={({ target }) => onChange?.(readWeights(target.value, homes))}
    />
  );
}
