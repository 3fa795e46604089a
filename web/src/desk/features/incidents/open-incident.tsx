import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { Card } from '../../components/card.js';
import { UnitField, Words } from '../../components/fields.js';
import { PageHead } from '../../components/page-head.js';
import { Trouble } from '../../components/states.js';
import { sendThen, useCommand } from '../../lib/command.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys } from './api.js';
import { MatterField, ScopeFields, scopeOf, type Scoped } from './scope-fields.js';

interface Filled extends Scoped {
  title: string;
  category: string;
  leadUnitId: string;
  publicText: string;
}

/** Opening an incident: what, where, who leads, and the first words to everybody who is affected. */
export default function OpenIncident() {
  const say = useWords();
  const navigate = useNavigate();
  // Chosen before anything is sent, so that a second press, or a lost answer, is the same incident.
  const [id] = useState(() => crypto.randomUUID());
  const open = useCommand('dispatch.incident.open', incidentKeys);
  const hand = ({ title, category, leadUnitId, publicText, ...scope }: Filled) =>
    sendThen(
      open,
      { id, title, leadUnitId, publicText, category: category.split('/'), scope: scopeOf(scope) },
      () => void navigate({ to: '/incidents/$id', params: { id } }),
    );
  return (
    <section aria-labelledby="open-incident-title" className="order narrow">
      <PageHead id="open-incident-title" title={say('发起突发事件', 'Open an incident')} />
      <Card>
        <Form name="incident" layout="vertical" requiredMark={false} onFinish={hand}>
          <Words name="title" label={say('名称', 'Title')} min={4} max={80} />
          <MatterField />
          <ScopeFields />
          <UnitField name="leadUnitId" label={say('牵头单位', 'Lead unit')} />
          <Words
            name="publicText"
            label={say('第一次通报（居民会看到）', 'First status (residents read it)')}
            min={5}
            max={2000}
            rows={4}
          />
          {open.isError && <Trouble error={open.error} />}
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            {say('发起并通报', 'Open and tell')}
          </Button>
        </Form>
      </Card>
    </section>
  );
}
