import { Input, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { sourceInWords } from '@wufang/contracts/sources';
import { useWords } from '../../lib/words.js';
import { PilotNote } from './pilot.js';
import { categoryText, type Pilot, type Row, type RowWords } from './words.js';

interface Props {
  rows: readonly Row[];
  pilot: Pilot;
  words: RowWords;
  text: string;
  setText: (text: string) => void;
  /** Beside the field that looks for a row. */
  children?: ReactNode;
  after?: NonNullable<TableProps<Row>['columns']>;
  pageSize: number;
}

/** The rows of a directory in words, with a field that finds one; those of which a pilot (有事您找我) has the demands of its estates are marked. */
export function DirectoryRows({ rows, pilot, words, text, setText, children, after = [], pageSize }: Props) {
  const say = useWords();
  const piloted = new Set(pilot?.ruleIds);
  const wanted = text.trim();
  const shown = rows.filter((row) =>
    [row.id, categoryText(row.category), row.category.join('/'), words.conditions(row), words.lead(row), words.co(row)]
      .join(' ')
      .includes(wanted),
  );
  return (
    <>
      {pilot && <PilotNote pilot={pilot} />}
      <div className="field-row" style={{ gap: '8px 16px', marginBottom: 12 }}>
        <Input
          allowClear
          className="no-print"
          aria-label={say('查找一行', 'Find a row')}
          placeholder={say('分类、条件或单位', 'Category, condition or unit')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          style={{ maxWidth: 320 }}
        />
        {children}
      </div>
      <Rows
        rowKey="id"
        dataSource={shown}
        pagination={{ pageSize }}
        locale={{ emptyText: say('没有符合的行', 'No such row') }}
        columns={[
          { title: say('编号', 'No.'), dataIndex: 'id' },
          { title: say('问题分类', 'Category'), render: (_, { category }) => categoryText(category) },
          { title: say('条件', 'Only if'), render: (_, row) => <span className="long-text">{words.conditions(row)}</span> },
          {
            title: say('主办', 'Lead'),
            render: (_, row) => (
              <span className="long-text">
                {words.lead(row)} {piloted.has(row.id) && <Mark>{say('试点', 'pilot')}</Mark>}
              </span>
            ),
          },
          { title: say('协办', 'Co-units'), render: (_, row) => words.co(row) },
          { title: say('定级、增加时限', 'Level, duties'), render: (_, row) => words.result(row) },
          { title: say('依据', 'Source'), render: (_, { source }) => <span className="long-text">{sourceInWords(source)}</span> },
          ...after,
        ]}
      />
    </>
  );
}
