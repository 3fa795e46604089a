import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { ExperienceText } from '../../components/experience.js';
import { Words } from '../../components/fields.js';
import { Answered } from '../../components/states.js';
import { useAreasToday } from '../../lib/areas.js';
import { call } from '../../lib/client.js';
import { useCommunities, useMatters } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

interface Filled {
  title: string;
  text: string;
  category: string;
  of: string;
}

/** Practices that worked (经验做法), of areas and communities: published by the street, found again beside an order of the same matter. */
export function Experiences() {
  const say = useWords();
  const found = useQuery({
    queryKey: ['experiences'],
    queryFn: ({ signal }) => call('dispatch.experience.list', { limit: 100 }, { signal }),
  });
  return (
    <Card title={say('经验做法', 'Practices that worked')}>
      <Answered
        query={found}
        isEmpty={({ experiences }) => experiences.length === 0}
        empty={say(
          '还没有经验做法。办成一类难事的，请写下来，同类工单的页面上会列出。',
          'None yet. What is written here is shown beside orders of the same matter.',
        )}
      >
        {({ experiences }) => (
          <ul className="alike">
            {experiences.map((experience) => (
              <li key={experience.id}>
                <ExperienceText experience={experience} />
                <Command
                  operation="dispatch.experience.withdraw"
                  title={say('撤下', 'Take down')}
                  about={experience.title}
                  size="small"
                  refreshes={[['experiences']]}
                  input={({ reason }: { reason: string }) => ({ id: experience.id, reason })}
                >
                  <Words name="reason" label={say('为什么撤下', 'Why')} min={2} max={200} />
                </Command>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <div className="acts">
        <Publish />
      </div>
    </Card>
  );
}

function Publish() {
  const say = useWords();
  const areas = useAreasToday();
  const communities = useCommunities();
  const matters = useMatters();
  const paths = [...new Set(matters.flatMap(({ category }) => [category.slice(0, 2).join('/'), category.join('/')]))];
  // One has its number before it is sent; the next one takes another.
  const [id, setId] = useState(() => crypto.randomUUID());
  const whose = [
    ...areas.map(({ name }) => ({ value: `AREA/${name}`, label: say(`${name}片区`, `Area ${name}`) })),
    ...communities.map((community) => ({ value: `COMMUNITY/${community.id}`, label: community.name })),
  ];
  return (
    <Command
      operation="dispatch.experience.publish"
      title={say('写一条经验做法', 'Write one')}
      refreshes={[['experiences']]}
      note={say(
        '写怎么办成的，不写人名和电话；发布后各科室、社区都看得到。',
        'How it was done; no names, no numbers. All officials see it.',
      )}
      input={({ title, text, category, of }: Filled) => ({
        ...{ id, title, text, category: category.split('/') },
        of: of.startsWith('AREA/')
          ? { kind: 'AREA' as const, name: of.slice('AREA/'.length) }
          : { kind: 'COMMUNITY' as const, communityId: of.slice('COMMUNITY/'.length) },
      })}
      onDone={() => setId(crypto.randomUUID())}
    >
      <Chosen name="of" label={say('哪个片区或社区的做法', 'Whose')} options={whose} />
      <Chosen name="category" label={say('哪一类事', 'About what')} options={paths.map((path) => ({ value: path, label: path }))} />
      <Words name="title" label={say('题目', 'Title')} min={4} max={60} />
      <Words name="text" label={say('怎么办成的', 'How')} rows={5} min={20} max={2000} />
    </Command>
  );
}

function Chosen({ name, label, options }: { name: string; label: string; options: { value: string; label: string }[] }) {
  const say = useWords();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: say(`请选择${label}`, `Choose: ${label}`) }]}>
      <Select showSearch optionFilterProp="label" options={options} />
    </Form.Item>
  );
}
