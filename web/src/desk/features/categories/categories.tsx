import { useMutation, useQuery } from '@tanstack/react-query';
import type { Input, Output } from '@wufang/api-client';
import { Alert, Button, Form, Input as TextInput, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { choicesOf, When, Words } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { sendThen, useCommand } from '../../lib/command.js';
import { addableDuties } from '../../lib/duties.js';
import { fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { added, changesOf, removed, replaced, type Leaf, type TreeDraft } from './tree-draft.js';

type Tree = Output<'intake.category-tree.get'>;
const pathText = (path: readonly string[]) => path.join(' / ');

/** What demands are filed under (问题分类), each with the level it has by itself; the administrator writes the next tree, has it checked and publishes it. */
export default function Categories() {
  const say = useWords();
  const tree = useQuery({ queryKey: ['categories'], queryFn: ({ signal }) => call('intake.category-tree.get', {}, { signal }) });
  return (
    <Answered query={tree} heading={say('问题分类', 'Categories')}>
      {(found) => <TreeOf key={found.version} tree={found} />}
    </Answered>
  );
}

function TreeOf({ tree }: { tree: Tree }) {
  const say = useWords();
  const isWritten = useMay()('intake.category-tree.publish');
  const [text, setText] = useState('');
  const asPublished: TreeDraft = { leaves: tree.leaves, renames: [] };
  const [draft, setDraft] = useState<TreeDraft>(asPublished);
  const [open, setOpen] = useState<string>();
  const [told, setTold] = useState('');
  const change = (next: TreeDraft) => {
    setDraft(next);
    setOpen(undefined);
  };
  const published = tree.versions.filter(({ version }) => version > 0);
  const isPublished = (path: readonly string[]) => tree.leaves.some(({ category }) => pathText(category) === pathText(path));
  const one = draft.leaves.find(({ category }) => pathText(category) === open);
  const { put, gone } = changesOf(tree.leaves, draft);
  const changed = new Set(put.map(({ category }) => pathText(category)));
  const shown = draft.leaves.filter(({ category }) => pathText(category).includes(text.trim()));
  return (
    <section aria-labelledby="categories-title" className="order">
      <PageHead id="categories-title" title={say('问题分类', 'Categories')} prints />
      <Card
        title={
          tree.version === 0
            ? say(
                `平台自带的分类，${tree.leaves.length} 类；本街道还没有发布过`,
                `The platform’s own, ${tree.leaves.length} categories; none of the street’s yet`,
              )
            : say(
                `第 ${tree.version} 版，自 ${fullText(tree.from)} 施行，${tree.leaves.length} 类；依据：${tree.source}`,
                `Version ${tree.version}, from ${fullText(tree.from)}, ${tree.leaves.length} categories; ${tree.source}`,
              )
        }
      >
        <div className="form-buttons no-print" style={{ marginBottom: 12, flexWrap: 'wrap' }}>
          <TextInput
            allowClear
            aria-label={say('查找分类', 'Find a category')}
            placeholder={say('一级、二级或三级', 'Any of its names')}
            value={text}
            onChange={({ target }) => setText(target.value)}
            style={{ maxWidth: 320 }}
          />
          {isWritten && (
            <Button aria-expanded={open === 'new'} onClick={() => setOpen(open === 'new' ? undefined : 'new')}>
              {say('新增一类', 'Add a category')}
            </Button>
          )}
        </div>
        {(one || open === 'new') && (
          <LeafForm
            key={open}
            {...(one && { leaf: one })}
            others={draft.leaves.filter((other) => other !== one).map(({ category }) => category)}
            close={() => setOpen(undefined)}
            put={(leaf) => change(one ? replaced(draft, one.category, leaf, isPublished(one.category)) : added(draft, leaf))}
            {...(one && { remove: (now?: Leaf['category']) => change(removed(draft, one.category, now, isPublished(one.category))) })}
          />
        )}
        <Rows
          rowKey={({ category }) => pathText(category)}
          dataSource={shown}
          pagination={{ pageSize: 20 }}
          locale={{ emptyText: say('没有这样的分类', 'No such category') }}
          columns={[
            { title: say('一级', 'First'), render: (_, { category }) => category[0] },
            { title: say('二级', 'Second'), render: (_, { category }) => category[1] },
            {
              title: say('三级', 'Third'),
              render: (_, { category }) => (
                <>
                  {category[2]} {changed.has(pathText(category)) && <Mark tone="good">{say('改过', 'changed')}</Mark>}
                </>
              ),
            },
            { title: say('级别', 'Level'), render: (_, { level }) => labels.level[level] },
            {
              title: say('另计的时限', 'Adds duties'),
              render: (_, leaf) => leaf.duties.map((code) => labels.deadlineCode[code]).join('、') || '—',
            },
            ...(isWritten
              ? [
                  {
                    title: say('处理', 'Action'),
                    render: (_: unknown, { category }: Leaf) => (
                      <Button
                        size="small"
                        aria-label={say(`改 ${pathText(category)}`, `Change ${pathText(category)}`)}
                        onClick={() => setOpen(pathText(category))}
                      >
                        {say('改', 'Change')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {isWritten && (put.length > 0 || gone.length > 0) && (
        <Part
          id="changes"
          title={say(`改动：新增或更改 ${put.length} 类，取消 ${gone.length} 类`, `Changes: ${put.length} put, ${gone.length} gone`)}
        >
          <div className="stack">
            <ul className="told">
              {put.map((leaf) => (
                <li key={pathText(leaf.category)}>
                  {say('新增或更改：', 'Put: ')}
                  {pathText(leaf.category)}（{labels.level[leaf.level]}）
                </li>
              ))}
              {gone.map(({ category }) => {
                const led = draft.renames.find(({ before }) => pathText(before) === pathText(category));
                return (
                  <li key={pathText(category)}>
                    {say('取消：', 'Gone: ')}
                    {pathText(category)}
                    {led && say(`，改称 ${pathText(led.now)}`, `, now ${pathText(led.now)}`)}
                  </li>
                );
              })}
            </ul>
            <Publish
              draft={draft}
              undo={() => change(asPublished)}
              done={(text) => {
                change(asPublished);
                setTold(text);
              }}
            />
          </div>
        </Part>
      )}
      <p role="status" className="foot">
        {told}
      </p>
      <Part id="versions" title={say('各版', 'Versions')}>
        {published.length === 0 ? (
          <p>{say('本街道还没有发布过，现在用的是平台自带的分类。', 'None of this street’s own: these are the platform’s.')}</p>
        ) : (
          <Rows
            rowKey="version"
            dataSource={published}
            columns={[
              { title: say('版本', 'Version'), dataIndex: 'version' },
              { title: say('施行', 'In force from'), render: (_, { from }) => fullText(from) },
              { title: say('类数', 'Categories'), dataIndex: 'leaves', align: 'right' },
              { title: say('依据', 'Source'), dataIndex: 'source' },
            ]}
          />
        )}
      </Part>
    </section>
  );
}

interface Filled {
  first: string;
  second: string;
  third: string;
  level: Leaf['level'];
  duties: Leaf['duties'][number][];
}

interface LeafProps {
  leaf?: Leaf;
  others: readonly Leaf['category'][];
  put: (leaf: Leaf) => void;
  remove?: (now?: Leaf['category']) => void;
  close: () => void;
}

/** One category: its names, its level, and where what was filed under it goes when it is taken out. */
function LeafForm({ leaf, others, put, remove, close }: LeafProps) {
  const say = useWords();
  const [now, setNow] = useState<string>();
  const [first, second, third] = leaf?.category ?? [];
  return (
    <Form
      name="category"
      layout="vertical"
      requiredMark={false}
      className="stage-fields"
      initialValues={{ first, second, third, level: leaf?.level ?? 'N', duties: [...(leaf?.duties ?? [])] }}
      onFinish={(filled: Filled) =>
        put({ category: [filled.first.trim(), filled.second.trim(), filled.third.trim()], level: filled.level, duties: filled.duties })
      }
    >
      <div className="cells">
        <Words name="first" label={say('一级', 'First')} max={30} />
        <Words name="second" label={say('二级', 'Second')} max={30} />
        <Words name="third" label={say('三级', 'Third')} max={30} />
        <Form.Item name="level" label={say('级别', 'Level')}>
          <Select options={choicesOf(labels.level)} />
        </Form.Item>
        <Form.Item name="duties" label={say('另计的时限（可不选）', 'Adds duties (optional)')}>
          <Select mode="multiple" optionFilterProp="label" options={choicesOf(labels.deadlineCode, addableDuties)} />
        </Form.Item>
      </div>
      <div className="form-buttons" style={{ marginBottom: 12 }}>
        <Button type="primary" htmlType="submit">
          {say('记入改动', 'Into the changes')}
        </Button>
        <Button onClick={close}>{say('取消', 'Cancel')}</Button>
      </div>
      {remove && (
        <div className="form-buttons" style={{ marginBottom: 12, flexWrap: 'wrap' }}>
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            aria-label={say('取消后改称哪一类', 'What it is called when taken out')}
            placeholder={say('取消后改称哪一类（没有诉求在用可不选）', 'Called what, when taken out')}
            style={{ width: 320, maxWidth: '100%' }}
            value={now}
            onChange={setNow}
            options={others.map((path) => ({ value: pathText(path), label: pathText(path) }))}
          />
          <Button onClick={() => remove(others.find((path) => pathText(path) === now))}>{say('取消这一类', 'Take it out')}</Button>
        </div>
      )}
    </Form>
  );
}

interface Told {
  from?: string;
  source: string;
}

/** The check, and the publication with its first day and its paper. */
function Publish({ draft, undo, done }: { draft: TreeDraft; undo: () => void; done: (told: string) => void }) {
  const say = useWords();
  const content: Input<'intake.category-tree.check'> = { leaves: [...draft.leaves], renames: [...draft.renames] };
  const check = useMutation({ mutationFn: async () => ({ of: draft, ...(await call('intake.category-tree.check', content)) }) });
  const publish = useCommand('intake.category-tree.publish', [['categories']]);
  const checked = check.data?.of === draft ? check.data : undefined;
  return (
    <>
      <div className="form-buttons">
        <Button loading={check.isPending} onClick={() => check.mutate()}>
          {say('检查', 'Check')}
        </Button>
        <Button onClick={undo}>{say('全部不改', 'Undo all')}</Button>
      </div>
      <div role="status">
        {check.isError && <Trouble error={check.error} />}
        {checked && (
          <Alert
            showIcon
            type={checked.mayBePublished ? 'success' : 'error'}
            message={checked.mayBePublished ? say('可以发布', 'May be published') : say('还不能发布', 'Not to be published yet')}
            description={
              checked.faults.length > 0 && (
                <ul className="told">
                  {checked.faults.map(({ text }) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              )
            }
          />
        )}
      </div>
      <Form
        name="publish-categories"
        layout="vertical"
        requiredMark={false}
        onFinish={({ from, source }: Told) =>
          sendThen(publish, { ...content, source, ...(from && { from }) }, ({ version, from: begins }) =>
            done(say(`已发布第 ${version} 版，自 ${fullText(begins)} 施行`, `Published as version ${version}, from ${fullText(begins)}`)),
          )
        }
      >
        <When name="from" label={say('自哪天零时起施行（不填即刻施行）', 'In force from (empty: at once)')} isOptional />
        <Words name="source" label={say('依据的文件', 'Source')} min={2} max={200} />
        {publish.isError && <Trouble error={publish.error} />}
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {say('发布问题分类', 'Publish the categories')}
        </Button>
      </Form>
    </>
  );
}
