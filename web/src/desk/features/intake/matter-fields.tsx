import { Col, Form, Select } from 'antd';
import { labels } from '../../lib/labels.js';
import { useMatters } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

/** What a demand is about: category, type and level, as columns of a form's row. */
export function MatterFields() {
  const say = useWords();
  const matters = useMatters();
  return (
    <>
      <Col xs={24}>
        <Form.Item name="category" label={say('问题分类', 'Category')}>
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            options={matters.map(({ category }) => ({ value: category.join('/'), label: category.join(' / ') }))}
          />
        </Form.Item>
      </Col>
      <Col xs={12}>
        <Form.Item name="demandType" label={say('类型', 'Type')}>
          <Select
            allowClear
            options={(['INQUIRY', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION'] as const).map((value) => ({
              value,
              label: labels.demandType[value],
            }))}
          />
        </Form.Item>
      </Col>
      <Col xs={12}>
        <Form.Item name="level" label={say('级别', 'Level')}>
          <Select allowClear options={(['E', 'U', 'N', 'C'] as const).map((value) => ({ value, label: labels.level[value] }))} />
        </Form.Item>
      </Col>
    </>
  );
}
