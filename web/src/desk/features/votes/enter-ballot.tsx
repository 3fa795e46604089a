import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { ChoiceFields } from '../../components/choice-fields.js';
import { instantOf, When } from '../../components/fields.js';
import { FilesField } from '../../components/files-field.js';
import { Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { sendThen, useCommand } from '../../lib/command.js';
import { keysOfVote, type Vote } from '../../lib/votes.js';
import { useWords } from '../../lib/words.js';
import type { RollOwner } from './api.js';

interface Filled {
  serial: string;
  ownerId: string;
  handedIn?: string;
  scan: string[];
  choices: Record<string, string>;
}

/** One ballot after the other: number, whose, its scan, what stands on it. The form stays open and empties itself. */
export function EnterBallot({
  vote,
  roll,
  labelOf,
  next,
}: {
  vote: Vote;
  roll: readonly RollOwner[];
  labelOf: (owner: RollOwner) => string;
  next: number;
}) {
  const say = useWords();
  const [form] = Form.useForm<Filled>();
  const [entered, setEntered] = useState<{ serial: string; receipt: string; replaces: boolean; count: number } | null>(null);
  const enter = useCommand(
    'deliberation.vote.enter-ballot',
    keysOfVote(vote),
    ({ serial, ownerId, handedIn, scan, choices }: Filled, ballotId) => ({
      ...{ id: vote.id, ballotId, ownerId, serial: Number(serial), scanId: scan[0]!, choices },
      // Of two that one owner handed in the later counts, whichever was entered first.
      handedInAt: handedIn ? instantOf(handedIn) : undefined,
    }),
  );
  const hand = (filled: Filled) =>
    sendThen(enter, filled, ({ receipt, replaces }) => {
      setEntered((before) => ({ serial: filled.serial, receipt, replaces, count: (before?.count ?? 0) + 1 }));
      form.resetFields();
      form.setFieldValue('serial', `${Number(filled.serial) + 1}`);
      form.getFieldInstance('ownerId')?.focus?.();
    });
  return (
    <section aria-label={say('录入选票', 'Enter a ballot')} className="no-print">
      <h3>{say('录入选票', 'Enter a ballot')}</h3>
      <Form
        form={form}
        name="enter-ballot"
        aria-label={say('录入选票', 'Enter a ballot')}
        layout="vertical"
        requiredMark={false}
        initialValues={{ serial: `${next}` }}
        onFinish={hand}
      >
        <Form.Item
          name="serial"
          label={say('选票上印的编号', 'The number printed on it')}
          rules={[{ required: true, pattern: /^[1-9]\d{0,5}$/, message: say('请填写选票编号', 'The number, please') }]}
        >
          <Input inputMode="numeric" maxLength={6} style={{ maxWidth: 160 }} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="ownerId"
          label={say('哪一户', 'Whose')}
          rules={[{ required: true, message: say('请选择哪一户', 'Choose the home') }]}
        >
          <Select
            showSearch
            optionFilterProp="label"
            options={roll.map((owner) => ({
              value: owner.ownerId,
              label: `${labelOf(owner)}${owner.hasReturned ? say('（已交过，以后一张为准）', ' (has voted; the later one counts)') : ''}`,
            }))}
          />
        </Form.Item>
        <When name="handedIn" label={say('交来的时间（不填即现在）', 'When it was handed in (now, if left empty)')} isOptional isMinute />
        {/* Anew for each ballot: the field remembers the name of the file it has kept. */}
        <FilesField
          key={entered?.count ?? 0}
          name="scan"
          label={say('选票的照片或扫描件', 'Photo or scan of it')}
          most={1}
          keep={async (file, fileName) => (await call('deliberation.vote.add-scan', { id: vote.id, fileName, file })).id}
        />
        <ChoiceFields questions={vote.questions} isPaper />
        {enter.isError && <Trouble error={enter.error} />}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            {say('录入', 'Enter')}
          </Button>
        </div>
      </Form>
      <div role="status">
        {entered && (
          <p>
            {say(`第 ${entered.serial} 号已录入，待另一人核对。`, `No. ${entered.serial} is in and waits for another’s check. `)}
            {entered.replaces && say('这位业主此前交过，以这一张为准。', 'It replaces an earlier one. ')}
            {say('回执', 'Receipt')} <code className="receipt">{entered.receipt}</code>
          </p>
        )}
      </div>
    </section>
  );
}
