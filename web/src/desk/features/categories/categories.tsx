import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { Button, Input as TextInput } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { LeafForm } from './leaf-form.js';
import { Publish } from './publish.js';
import { added, changesOf, pathText, removed, replaced, type Leaf, type TreeDraft } from './tree-draft.js';

type Tree = Output<'intake.category-tree.get'>;

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
