import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Form, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { PageHead } from '../../components/page-head.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { dateText, todayOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMyCommunities } from '../../lib/my-communities.js';
import { useEstateName, useEstates } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { termKeys, type FirstStep } from './api.js';
import { DueOf } from './due-of.js';
import { StepFields, stepOf, type FilledStep } from './step-fields.js';

/** The register of terms (任期台账): each estate's owners' body and property contract, until when, what is owed next and by whom; the most urgent first. */
export default function Terms() {
  const say = useWords();
  const estateName = useEstateName();
  const [withEnded, setWithEnded] = useState(false);
  const found = useQuery({
    queryKey: [...termKeys[0], 'list', withEnded],
    queryFn: ({ signal }) => call('deliberation.estate-term.list', { ended: String(withEnded) as never }, { signal }),
    refetchInterval: 60_000,
  });
  return (
    <section aria-labelledby="terms-title" className="order">
      <PageHead id="terms-title" title={say('任期台账', 'Terms')} prints>
        <Segmented
          className="no-print"
          aria-label={say('显示哪些', 'Which')}
          value={withEnded ? 'ALL' : 'RUNNING'}
          onChange={(value: string) => setWithEnded(value === 'ALL')}
          options={[
            { value: 'RUNNING', label: say('未结束的', 'Running') },
            { value: 'ALL', label: say('全部', 'All') },
          ]}
        />
      </PageHead>
      <p className="quiet" style={{ margin: 0 }}>
        {say(
          '业主大会筹备、业委会和物管会的任期、物业服务合同：按《北京市物业管理条例》的期限提醒，不合规定的不予登记并说明依据。',
          'Forming, terms of owners’ committees and property management committees, property contracts: watched by the Beijing regulation; what breaks it is refused, with the article.',
        )}
      </p>
      <Register />
      <Answered
        query={found}
        isEmpty={({ terms }) => terms.length === 0}
        empty={say(
          '台账上还没有任期。由街道或社区在上面登记，已有的业委会、物管会请补录。',
          'None yet. The street or a community registers one above.',
        )}
      >
        {({ terms }) => (
          <Rows
            rowKey="id"
            dataSource={[...terms]}
            pagination={{ pageSize: 50 }}
            columns={[
              {
                title: say('小区', 'Estate'),
                render: (_, { id, estateId, kind }) => (
                  <Link to="/terms/$id" params={{ id } as never}>
                    {estateName(estateId)} {labels.estateTermKind[kind]}
                  </Link>
                ),
              },
              { title: say('状态', 'State'), render: (_, { state }) => labels.estateTermState[state] },
              { title: say('届满日', 'Until'), render: (_, { endsOn }) => dateText(endsOn) },
              { title: say('下一件要办的事', 'Owed next'), render: (_, { duties }) => <DueOf duty={duties[0]} /> },
              {
                title: say('超时', 'Late'),
                align: 'right',
                render: (_, { duties }) => duties.filter(({ isLate }) => isLate).length || '—',
              },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}

const firstKinds = ['APPLY', 'ELECT', 'FORM', 'ENTER', 'SIGN', 'START_SERVICE'] as const satisfies readonly FirstStep['kind'][];

/** With which step a term comes onto the register. */
function Register() {
  const say = useWords();
  const navigate = useNavigate();
  const now = useNow(60_000);
  // Chosen before anything is sent: the scan is kept under it.
  const [id] = useState<string>(() => crypto.randomUUID());
  return (
    <div className="acts">
      {firstKinds.map((kind) => (
        <Command
          key={kind}
          operation="deliberation.estate-term.register"
          title={kind === 'ELECT' ? say('换届选举', 'Elect anew') : labels.termStep[kind]}
          isPrimary={kind === 'APPLY'}
          refreshes={termKeys}
          initial={{ on: todayOf(now) }}
          input={({ estateId, ...filled }: FilledStep & { estateId: string }) => ({ id, estateId, step: stepOf<FirstStep>(kind, filled) })}
          onDone={() => void navigate({ to: '/terms/$id', params: { id } as never })}
        >
          <OwnEstate />
          <StepFields kind={kind} termId={id} />
        </Command>
      ))}
    </div>
  );
}

/** One of the street's estates; to a community one of its own. */
function OwnEstate() {
  const say = useWords();
  const own = useMyCommunities();
  const estates = useEstates().filter(({ communityId }) => own.length === 0 || own.some((community) => community.id === communityId));
  return (
    <Form.Item name="estateId" label={say('小区', 'Estate')} rules={[{ required: true, message: say('请选择小区', 'Choose an estate') }]}>
      <Select showSearch optionFilterProp="label" options={estates.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  );
}
