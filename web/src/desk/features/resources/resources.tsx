import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { ChoiceField, choicesOf, UnitField, Words } from '../../components/fields.js';
import { OnlyOne } from '../../components/only-one.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useCommunities, useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { Advisers } from './advisers.js';
import { CareHomes } from './care-homes.js';
import { Keepers } from './keepers.js';

type Resource = Output<'registry.resource.find'>['resources'][number];
const refreshes = [['resources']];
const kinds = Object.keys(labels.resourceKind) as Resource['kind'][];

/** The resource library (资源服务库): who in the street can help with what, where and when. */
export default function Resources() {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  const navigate = useNavigate();
  const communities = useCommunities();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const textOf = (name: string) => (typeof asked[name] === 'string' ? asked[name] : undefined);
  const [text, kind, communityId] = [textOf('q'), kinds.find((one) => one === asked['kind']), textOf('community')];
  const ask = (next: Record<string, string | undefined>) =>
    void navigate({ to: '/resources', search: { q: text, kind, community: communityId, ...next } as never, replace: true });
  const found = useQuery({
    queryKey: ['resources', text, kind, communityId],
    queryFn: ({ signal }) =>
      call(
        'registry.resource.find',
        { limit: 100, ...(text && { text }), ...(kind && { kind }), ...(communityId && { communityId }) },
        { signal },
      ),
    placeholderData: (before) => before,
  });
  return (
    <section aria-labelledby="resources-title" className="order">
      <PageHead id="resources-title" title={say('资源服务库', 'Resource library')} prints />
      <div className="form-buttons no-print" style={{ flexWrap: 'wrap' }}>
        <Input
          allowClear
          aria-label={say('找什么', 'Find')}
          placeholder={say('名称、本领', 'Name or skill')}
          defaultValue={text}
          maxLength={40}
          style={{ maxWidth: 260 }}
          onChange={({ target }) => ask({ q: target.value.trim() || undefined })}
        />
        <OnlyOne
          label={say('只看一类', 'One kind only')}
          all={say('全部类别', 'All kinds')}
          width={160}
          value={kind}
          onChange={(value) => ask({ kind: value })}
          choices={choicesOf(labels.resourceKind)}
        />
        <OnlyOne
          label={say('只看一个社区', 'One community only')}
          all={say('全部社区', 'All communities')}
          width={180}
          isLong
          value={communityId}
          onChange={(value) => ask({ community: value })}
          choices={communities.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Part id="found" title={say('可以找谁', 'Whom to turn to')}>
        <Answered
          query={found}
          isEmpty={({ resources }) => resources.length === 0}
          empty={
            may('registry.resource.put')
              ? say('没有找到。换个说法，或在下面登记一家。', 'None found: say it otherwise, or register one below.')
              : say('没有找到。换个说法再找一次。', 'None found: say it otherwise.')
          }
        >
          {({ resources }) => (
            <Rows
              rowKey="id"
              dataSource={resources}
              pagination={{ pageSize: 20 }}
              columns={[
                { title: say('名称', 'Name'), dataIndex: 'name' },
                { title: say('类别', 'Kind'), render: (_, one) => labels.resourceKind[one.kind] },
                { title: say('能做什么', 'Skills'), render: (_, { skills }) => <span className="long-text">{skills.join('、')}</span> },
                {
                  title: say('服务的社区', 'Communities'),
                  render: (_, { communityIds }) => (
                    <span className="long-text">{communityIds.map(unitName).join('、') || say('全街道', 'the street')}</span>
                  ),
                },
                { title: say('服务时间', 'Hours'), dataIndex: 'hours' },
                { title: say('电话', 'Phone'), render: (_, { officePhone }) => officePhone ?? '—' },
                {
                  title: say('处理', 'Action'),
                  render: (_, resource) => (
                    <div className="form-buttons">
                      <Put resource={resource} />
                      <Command
                        operation="registry.resource.withdraw"
                        size="small"
                        title={say('撤下', 'Withdraw')}
                        about={resource.name}
                        refreshes={refreshes}
                        note={say('不再推荐；此前用到它的记录不变。', 'No longer suggested; what was done with it stays.')}
                        input={() => ({ id: resource.id })}
                      />
                    </div>
                  ),
                },
              ]}
            />
          )}
        </Answered>
        <div className="acts">
          <Put />
        </div>
      </Part>
      <Keepers />
      <CareHomes />
      <Advisers />
    </section>
  );
}

interface Filled {
  name: string;
  kind: Resource['kind'];
  unitId?: string;
  skills: string[];
  categories?: string[];
  communityIds?: string[];
  hours: string;
  officePhone?: string;
}

/** Registers somebody, or changes what is known of them. */
function Put({ resource }: { resource?: Resource }) {
  const say = useWords();
  const communities = useCommunities();
  const tree = useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) => call('intake.category-tree.get', {}, { signal }),
    staleTime: 300_000,
  });
  const categories = [...new Set((tree.data?.leaves ?? []).flatMap(({ category: [first, second] }) => [first, second]))];
  const list = (name: keyof Filled, label: string, options: { value: string; label: string }[], isNeeded = false) => (
    <Form.Item
      name={name}
      label={label}
      {...(isNeeded && { rules: [{ required: true, type: 'array' as const, min: 1, message: say('请填写', 'Needed') }] })}
    >
      <Select mode={isNeeded ? 'tags' : 'multiple'} optionFilterProp="label" options={options} tokenSeparators={['、', '，', ',']} />
    </Form.Item>
  );
  return (
    <Command
      operation="registry.resource.put"
      title={resource ? say('改', 'Change') : say('登记一家', 'Register one')}
      {...(resource && { about: resource.name, size: 'small' as const })}
      refreshes={refreshes}
      initial={
        resource
          ? {
              ...{ name: resource.name, kind: resource.kind, hours: resource.hours },
              ...{ skills: [...resource.skills], categories: [...resource.categories], communityIds: [...resource.communityIds] },
              ...(resource.unitId !== null && { unitId: resource.unitId }),
              ...(resource.officePhone !== null && { officePhone: resource.officePhone }),
            }
          : {}
      }
      input={({ unitId, categories: fit = [], communityIds = [], officePhone, ...filled }: Filled, id) => ({
        ...{ id: resource?.id ?? id, ...filled, categories: fit, communityIds },
        ...{ unitId: unitId ?? null, officePhone: officePhone?.trim() || null },
      })}
    >
      <Words name="name" label={say('名称', 'Name')} min={2} max={80} />
      <ChoiceField name="kind" label={say('类别', 'Kind')} words={labels.resourceKind} />
      {list('skills', say('能做什么（写一样，按回车再写一样）', 'Skills (Enter after each)'), [], true)}
      {list(
        'categories',
        say('适用的问题分类（可不选）', 'Categories it fits (optional)'),
        categories.map((value) => ({ value, label: value })),
      )}
      {list(
        'communityIds',
        say('服务的社区（不选为全街道）', 'Communities (none: the street)'),
        communities.map(({ id, name }) => ({ value: id, label: name })),
      )}
      <Words name="hours" label={say('服务时间', 'Hours')} min={2} max={100} />
      <Words name="officePhone" label={say('单位电话（不填个人手机，可不填）', 'Office phone (optional)')} isOptional max={20} />
      <UnitField name="unitId" label={say('在名册里是哪个单位（可不选）', 'Which registered unit (optional)')} isOptional />
    </Command>
  );
}
