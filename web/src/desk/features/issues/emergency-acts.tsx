import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Command } from '../../components/command.js';
import { DocumentButton } from '../../components/document-button.js';
import { Words, Yuan } from '../../components/fields.js';
import { fenOf, yuanText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, useParts, type Issue, type SeatKind, type EmergencyUse } from './api.js';

/** Who may say that the money has come: who applied, or who keeps it and sits at the table. */
const knowsOfMoney = ({ applicant, custodian }: EmergencyUse): SeatKind[] => [
  applicant,
  ...(custodian === 'OWNERS_ASSEMBLY' ? (['OWNERS_BODY'] as const) : []),
  ...(custodian === 'PROPERTY_RIGHTS_UNIT' ? (['RIGHTS_UNIT'] as const) : []),
];

/** What can be done next about a use, each by those it is owed by, and its papers. `toConfirm`: the seats whose confirmation is still owed. */
export function UseActs({ issue, use, toConfirm }: { issue: Issue; use: EmergencyUse; toConfirm: readonly SeatKind[] }) {
  const say = useWords();
  const { own } = useParts(issue);
  const refreshes = refreshedBy(issue);
  return (
    <div className="acts">
      {(use.state === 'FILED' || use.state === 'NOTICED') && own.length > 0 && (
        <Command
          operation="deliberation.emergency.notice"
          refreshes={refreshes}
          title={use.state === 'FILED' ? say('登记已显著告知', 'Record the notice') : say('更改告知地点', 'Another place of the notice')}
          isPrimary={use.state === 'FILED'}
          input={({ where }: { where: string }) => ({ id: use.id, where })}
        >
          <Words name="where" label={say('张贴在哪里（各单元门口、公告栏等）', 'Where it hangs')} max={200} />
        </Command>
      )}
      {use.state === 'NOTICED' && toConfirm.some((kind) => own.includes(kind)) && (
        <Command
          operation="deliberation.emergency.confirm"
          refreshes={refreshes}
          title={say('本方确认应急使用', 'Confirm')}
          isPrimary
          note={say('各方都确认后不再表决，进入应急办理。', 'Once both have confirmed it goes on without a vote.')}
          input={() => ({ id: use.id })}
        />
      )}
      {use.state === 'CORRECTING' && toConfirm.some((kind) => own.includes(kind)) && (
        <Command
          operation="deliberation.emergency.confirm"
          refreshes={refreshes}
          title={say('本方确认更正', 'Confirm the correction')}
          isPrimary
          note={say('各方都确认后重新分摊、公布，并告知业主。', 'Once both have confirmed it is shared anew, posted, and owners are told.')}
          input={() => ({ id: use.id })}
        />
      )}
      {use.state === 'CORRECTING' && own.includes('STREET') && (
        <Command
          operation="deliberation.emergency.refuse"
          refreshes={refreshes}
          title={say('不同意更正', 'Refuse the correction')}
          note={say('原公布继续有效。', 'What hangs stands.')}
          input={({ reason }: { reason: string }) => ({ id: use.id, reason })}
        >
          <Words name="reason" min={5} rows={2} label={say('理由', 'Reason')} />
        </Command>
      )}
      {(use.state === 'FILED' || use.state === 'NOTICED') && own.includes('STREET') && (
        <Command
          operation="deliberation.emergency.refuse"
          refreshes={refreshes}
          title={say('不同意按应急使用', 'Refuse')}
          note={say('此后须由业主表决决定是否使用维修资金。', 'The owners have to be asked then.')}
          input={({ reason }: { reason: string }) => ({ id: use.id, reason })}
        >
          <Words name="reason" min={5} rows={2} label={say('理由', 'Reason')} />
        </Command>
      )}
      {use.state === 'CONFIRMED' && use.arrivedAt === null && knowsOfMoney(use).some((kind) => own.includes(kind)) && (
        <Command
          operation="deliberation.emergency.money-arrived"
          refreshes={refreshes}
          title={say('登记资金到账', 'The money has come')}
          input={({ document }: { document: string }) => ({ id: use.id, document })}
        >
          <Words name="document" max={200} label={say('到账凭证号', 'Number of the receipt')} />
        </Command>
      )}
      {use.state === 'CONFIRMED' && own.includes(use.applicant) && (
        <Command
          operation="deliberation.emergency.post-use"
          refreshes={refreshes}
          title={say('公布使用情况与分摊', 'Post use and shares')}
          isPrimary
          note={say(
            `系统逐级算出每户分摊，合计分毫不差；不超过告知业主的 ${yuanText(use.estimateFen)}。`,
            `The share of each home is counted to the fen; no more than the ${yuanText(use.estimateFen)} owners were told.`,
          )}
          input={({ used, contractor, where }: Posting) => ({ ...{ id: use.id, usedFen: fenOf(used)!, contractor, where } })}
        >
          <PostingFields />
        </Command>
      )}
      {(use.state === 'POSTED' || use.state === 'CORRECTING') && own.includes(use.applicant) && (
        <Command
          operation="deliberation.emergency.correct-use"
          refreshes={refreshes}
          title={use.state === 'POSTED' ? say('提出更正', 'Correct what was posted') : say('另提更正', 'Another correction')}
          note={say(
            '与申请时一样由街道和业主一方确认；确认齐了才重新分摊、公布并告知业主，原来的份额留存。',
            'Street and owners confirm it as they did the application; then it is shared anew and told again. The shares of before are kept.',
          )}
          initial={{ contractor: use.contractor ?? '', where: use.postedWhere ?? '' } as Partial<Posting & { reason: string }>}
          input={({ used, contractor, where, reason }: Posting & { reason: string }) => ({
            ...{ id: use.id, usedFen: fenOf(used)!, contractor, where, reason },
          })}
        >
          <PostingFields />
          <Words name="reason" min={5} rows={2} label={say('更正的理由', 'Why')} />
        </Command>
      )}
      <Link to="/emergency-uses/$id" params={{ id: use.id }} className="no-print">
        {say('业主看到的页面', 'As an owner sees it')}
      </Link>
      <ContactedDocument
        title={say('打印告知书', 'Print the notice')}
        prints={(contact) => (
          <DocumentButton
            name="deliberation.emergency.print-notice"
            input={{ id: use.id, contact }}
            label={say('应急维修告知书', 'Notice')}
          />
        )}
      />
      {use.usedFen !== null && (
        <ContactedDocument
          title={say('打印使用公示', 'Print use and shares')}
          prints={(contact) => (
            <>
              <DocumentButton
                name="deliberation.emergency.print-use"
                input={{ id: use.id, contact }}
                label={say('张贴的公示', 'For the board')}
              />
              <DocumentButton
                name="deliberation.emergency.print-use"
                input={{ id: use.id, contact, of: 'HOMES' }}
                label={say('各户分摊说明', 'A page a home')}
              />
            </>
          )}
        />
      )}
      <DocumentButton name="deliberation.emergency.print-evidence" input={{ id: use.id }} label={say('证明材料核对表', 'Evidence sheet')} />
    </div>
  );
}

interface Posting {
  used: string;
  contractor: string;
  where: string;
}

function PostingFields() {
  const say = useWords();
  return (
    <>
      <Yuan name="used" label={say('实际使用金额', 'Used')} />
      <Words name="contractor" max={200} label={say('施工单位', 'Contractor')} />
      <Words name="where" max={200} label={say('张贴地点', 'Where it hangs')} />
    </>
  );
}

/** What hangs on the board; whom to call is asked for each time and kept nowhere. */
function ContactedDocument({ title, prints }: { title: string; prints: (contact: string) => React.ReactNode }) {
  const say = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [contact, setContact] = useState('');
  if (!isOpen)
    return (
      <Button className="no-print" onClick={() => setOpen(true)}>
        {title}
      </Button>
    );
  return (
    <div className="no-print act-open" role="group" aria-label={title}>
      <div>
        <label htmlFor={id}>{say('联系方式（只印在纸上，不留存）', 'Contact (printed, not kept)')}</label>
        <Input id={id} value={contact} maxLength={200} onChange={({ target }) => setContact(target.value)} />
      </div>
      <div className="form-buttons">
        {prints(contact.trim())}
        <Button onClick={() => setOpen(false)}>{say('收起', 'Close')}</Button>
      </div>
    </div>
  );
}
