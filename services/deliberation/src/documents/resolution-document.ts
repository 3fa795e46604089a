import { labels, type OfficialDocument, type ResolutionBody, type ResolutionState, type SeatSignature } from '@wufang/contracts';
import { beijingDate, fen, fenFromJson, formatBeijing, formatFen } from '@wufang/kernel';
import { paymentsOf } from '../domain/payment-schedule.js';
import { document, facts, hash, heading, longDate, note, ordinal, seal, table, text, type Frame } from './blocks.js';

export interface ResolutionPaper {
  body: ResolutionBody;
  hash: string;
  signatures: readonly SeatSignature[];
  state: ResolutionState;
  placeName: string;
  communityName: string;
  /** Within what a payment without a day of its own is due after the last signature. Example: 30 日. */
  payWithin: string;
}

const sumOf = (amounts: readonly { amountFen: string }[]) =>
  formatFen(fen(amounts.reduce<bigint>((all, { amountFen }) => all + fenFromJson(amountFen), 0n)));

/** The resolution on paper (决议): what was decided, who pays, each seat's position, who has signed, and the hashes that tie the paper to the record. */
export function resolutionDocument(
  frame: Frame,
  { body, hash: digest, signatures, state, placeName, communityName, payWithin }: ResolutionPaper,
): OfficialDocument {
  let n = 0;
  const next = (title: string) => heading(`${ordinal(++n)}、${title}`);
  const { plan, shares, duties = [], schedule = [], commitments, positions, gates, attachments, chainHead, signers } = body;
  const nameOf = (seat: string) => signers.find((signer) => signer.seat === seat)?.unitName ?? '—';
  const remark = { DRAWN: '待签署', SIGNED: `第 ${body.no} 版`, SUPERSEDED: '已由后一版代替', VOID: '已作废' }[state];
  return document(
    frame,
    'RESOLUTION',
    'RECORD',
    `关于“${body.title}”的决议`,
    [
      ...(state === 'VOID' ? [note('本版决议已经作废，不作为执行依据。')] : []),
      ...(state === 'SUPERSEDED' ? [note('本版决议曾经各方全部签署，已由后一版决议代替；此前按本版所付款项和所做施工，以本版为据。')] : []),
      facts([
        ['范　围', placeName],
        ['版　次', `第 ${body.no} 版，${longDate(beijingDate(new Date(body.drawnAt)))}拟定`],
        ...(plan ? [['总　额', `¥${formatFen(fenFromJson(plan.totalFen))}（分摊方案第 ${plan.no} 版，${plan.scenario}）`] as const] : []),
      ]),
      next('决定事项'),
      ...body.text.map(text),
      ...(shares.length === 0
        ? []
        : [
            next('出资'),
            table(
              [
                ['出资方', 'TEXT', 2.4],
                ['身份', 'MIDDLE', 1.5],
                ['资金', 'MIDDLE', 1.3],
                ['户数', 'NUMBER', 0.8],
                ['金额（元）', 'NUMBER', 1.7],
              ],
              shares.flatMap(({ name, lines }) =>
                lines.map(({ capacity, money, amountFen, homes }) => [
                  ...[name, labels.payerCapacity[capacity], labels.ownersMoney[money], homes > 0 ? String(homes) : '—'],
                  formatFen(fenFromJson(amountFen)),
                ]),
              ),
              ['合计', '', '', '', sumOf(shares)],
            ),
          ]),
      ...(duties.length === 0
        ? []
        : [
            next('自身责任'),
            text('下列工程由责任方依法依约自行承担，不分摊，不在分期付款之内，也不以签署为条件。'),
            table(
              [
                ['责任方', 'TEXT', 2.4],
                ['工程', 'TEXT', 2.2],
                ['依据', 'MIDDLE', 1.6],
                ['金额（元）', 'NUMBER', 1.7],
              ],
              duties.map(({ name, item, duty, amountFen }) => [...[name, item, labels.soleDuty[duty]], formatFen(fenFromJson(amountFen))]),
              ['合计', '', '', sumOf(duties)],
            ),
          ]),
      ...(schedule.length === 0
        ? []
        : [
            next('分期付款'),
            table(
              [
                ['出资方', 'TEXT', 2.2],
                ['名称', 'TEXT', 1.6],
                ['比例', 'MIDDLE', 0.9],
                ['付款期限', 'MIDDLE', 2],
                ['金额（元）', 'NUMBER', 1.6],
              ],
              paymentsOf(shares, schedule).map(({ payer, no, name, kind, amountFen, dueOn }) => [
                ...[shares.find((share) => share.payer === payer)!.name, name, schedule[no - 1]!.ratio],
                dueOn === null ? (kind === 'RETENTION' ? '质保期满后' : `签署后 ${payWithin}内`) : longDate(dueOn),
                formatFen(amountFen),
              ]),
              ['合计', '', '', '', sumOf(shares)],
            ),
          ]),
      ...(commitments.length === 0
        ? []
        : [
            next('承诺事项'),
            table(
              [
                ['序号', 'MIDDLE', 0.7],
                ['责任单位', 'TEXT', 2],
                ['事项', 'TEXT', 3],
                ['完成时限', 'MIDDLE', 2],
                ['完成凭据', 'TEXT', 1.8],
              ],
              commitments.map(({ no, seat, text: what, dueOn, evidence }) => [String(no), nameOf(seat), what, longDate(dueOn), evidence]),
            ),
          ]),
      ...(positions.length === 0
        ? []
        : [
            next('各席位表态'),
            table(
              [
                ['席位', 'TEXT', 1.5],
                ['表态', 'MIDDLE', 1.5],
                ['轮次', 'MIDDLE', 1],
              ],
              positions.map(({ seat, position, roundNo }) => [labels.seatKind[seat], labels.position[position], `第 ${roundNo} 轮`]),
            ),
          ]),
      ...(gates.length === 0
        ? []
        : [
            next('签约条件'),
            table(
              [
                ['条件', 'TEXT', 2],
                ['出资方', 'TEXT', 2],
                ['凭据', 'TEXT', 2],
              ],
              gates.map(({ code, payer, document: paper }) => [
                labels.gateCode[code],
                shares.find((share) => share.payer === payer)?.name ?? '工程',
                paper ?? '已确认',
              ]),
            ),
          ]),
      ...(attachments.length === 0
        ? []
        : [next('附件'), ...attachments.map(({ name, sha256 }, i) => hash(`${i + 1}．${name}（SHA-256）`, sha256))]),
      next('签署'),
      {
        type: 'SIGNATURES',
        rows: signers.map(({ seat, unitName, pays, amountFen }) => {
          const signature = signatures.find((one) => one.seat === seat);
          const external = signature?.external ? `；另有电子认证：${signature.external.provider}` : '';
          return {
            seat: labels.seatKind[seat],
            unit: pays ? `${unitName}，出资 ¥${formatFen(fenFromJson(amountFen))}` : unitName,
            mark: signature ? `内部审批记录 ${formatBeijing(new Date(signature.recordedAt)).slice(0, 16)}${external}` : '',
          };
        }),
      },
      hash('决议哈希（规范字节的 SHA-256）', digest),
      hash(`议题事件链头（第 ${chainHead.seq} 条）`, chainHead.hash),
      note(
        '电子签署为本平台的内部审批记录：签署人当场再次核验密码，签名针对上列决议哈希。它不是《电子签名法》第十三条所称的可靠电子签名；需要时请在上表签字盖章，或另行登记电子认证机构的签署结果。核验方法见“核验说明”（docs/verify.md）。',
      ),
      seal(communityName, beijingDate(new Date(body.drawnAt))),
    ],
    remark,
  );
}
