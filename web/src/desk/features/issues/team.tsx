import { Form, Select } from 'antd';
import { Command } from '../../components/command.js';
import { seatChoices, SomeOf, useAtLeastOne, Words } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { linesOf } from '../../lib/lines.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, type Issue, type SeatKind, type Works } from './api.js';
import { usePlanHomes } from './homes.js';

/** The chair forms the quality team: seats, and residents by the homes they live in, since who lives where is what a community knows. */
export function NameTeam({ issue, works: { id, team } }: { issue: Issue; works: Works }) {
  const say = useWords();
  return (
    <Command
      operation="deliberation.works.team"
      refreshes={refreshedBy(issue)}
      title={team ? say('更改质量监督团', 'Change the quality team') : labels.worksAction.nameTeam}
      initial={{
        seats: team ? [...team.seats] : issue.payers.map(({ seat }) => seat),
        residents: team ? [...team.residents] : [],
        items: team?.items.map(({ text }) => text).join('\n') ?? '',
      }}
      input={({ items, ...filled }: { seats: SeatKind[]; residents: string[]; items: string }) => ({
        id,
        ...filled,
        items: linesOf(items),
      })}
    >
      <SomeOf
        name="seats"
        label={say('邀请的席位（出资的都要邀请）', 'Seats (all that pay)')}
        choices={seatChoices(issue.seats.filter(({ state }) => state !== 'VACANT').map(({ kind }) => kind))}
      />
      <ResidentsField issue={issue} />
      <Words name="items" label={say('检查项（每行一项）', 'What to look at (a line each)')} rows={4} max={5000} />
    </Command>
  );
}

function ResidentsField({ issue }: { issue: Issue }) {
  const say = useWords();
  const some = useAtLeastOne();
  const homes = usePlanHomes(issue);
  return (
    <Form.Item
      name="residents"
      label={say('居民代表（选他们住的房屋，一户一名，至少一户）', 'Residents (by their homes, one of each, at least one)')}
      rules={some}
      extra={say(
        '先征得本人同意。该户用登记了这套房屋的居民账号，在“四合院”页签字；没有账号的，凭分户说明绑定房屋，或请管理员开设。',
        'Ask them first. They sign on the courtyard page with the account their home is registered with; who has none binds the home by its statement, or asks the administrator.',
      )}
    >
      <Select
        mode="multiple"
        showSearch
        optionFilterProp="label"
        loading={homes.isPending}
        options={homes.data?.map(({ homeId, label }) => ({ value: homeId, label })) ?? []}
      />
    </Form.Item>
  );
}
