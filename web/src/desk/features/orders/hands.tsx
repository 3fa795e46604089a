import { Descriptions } from 'antd';
import { Card } from '../../components/card.js';
import { labels } from '../../lib/labels.js';
import { useAccountId } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { usePersonName } from '../../lib/people.js';
import { useWords } from '../../lib/words.js';
import { useHands, type Order } from './api.js';

/** Who leads, who has taken it up, who supervises, who helps (一核多元). */
export function Hands({ order }: { order: Order }) {
  const say = useWords();
  const unitName = useUnitName();
  const accountId = useAccountId();
  const personName = usePersonName();
  const hands = useHands(order.id);
  if (!hands.data) return null;
  const { urges, whistledUnitIds, sectionChief, claimedByUnitId, inCharge, code, suggested } = hands.data;
  const names = (ids: readonly string[]) => (ids.length > 0 ? ids.map(unitName).join(say('、', ', ')) : '—');
  return (
    <Card title={say('一核多元', 'Who does what')}>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          {
            key: 'chief',
            label: say('科长领办', 'Taken up'),
            children:
              sectionChief === null
                ? order.isHard
                  ? say('疑难，待科长领办', 'hard: nobody yet')
                  : '—'
                : sectionChief === accountId
                  ? say('由您领办', 'by you')
                  : say(`${personName(sectionChief)}领办`, `by ${personName(sectionChief)}`),
          },
          { key: 'leader', label: say('包片领导', 'Leader in charge'), children: personName(inCharge) },
          ...(suggested === null
            ? []
            : [
                {
                  key: 'turn',
                  label: say('今日轮到（建议）', 'In turn today (suggested)'),
                  children: say(
                    `${personName(suggested.accountId)}（${unitName(suggested.unitId)}）：轮转表上的“${suggested.line}”，至 ${suggested.until}`,
                    `${personName(suggested.accountId)} (${unitName(suggested.unitId)}): “${suggested.line}” on the roster until ${suggested.until}`,
                  ),
                },
              ]),
          {
            key: 'code',
            label: say('民情码', 'Code'),
            children: `${code.text}${code.colour === null ? '' : `（${labels.codeColour[code.colour]}）`}`,
          },
          { key: 'urges', label: say('催办', 'Urged'), children: say(`${urges} 次`, String(urges)) },
          { key: 'whistle', label: say('被吹哨的单位', 'Whistled'), children: names(whistledUnitIds) },
          { key: 'claim', label: say('认领单位', 'Claimed by'), children: names(claimedByUnitId === null ? [] : [claimedByUnitId]) },
        ]}
      />
    </Card>
  );
}
