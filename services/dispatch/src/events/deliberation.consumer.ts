import { Injectable } from '@nestjs/common';
import { commitmentEvents, issueEvents, labels, ownersVoteEvents, resolutionEvents, roundEvents } from '@wufang/contracts';
import { on, RuleBook, type EventConsumer } from '@wufang/service';
import { endDeliberation, noteAnnulled } from '../app/deliberate-order.js';
import { dropTaskOf } from '../app/end-task.js';
import { entrustCommitment } from '../app/entrust-commitment.js';
import { soundWhistle } from '../app/sound-whistle.js';
import { StreetBook } from '../db/street-book.js';

/** What the table gives back: what its parties have promised, orders whose issue has ended or whose decision was annulled, and units that stayed away twice or have not signed in time, at which the street whistles (吹哨). */
@Injectable()
export class DeliberationConsumer implements EventConsumer {
  readonly source = 'deliberation';

  constructor(
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  readonly handlers = [
    on(issueEvents.issueEnded, (tx, event) => endDeliberation(tx, event, this.rules)),
    on(ownersVoteEvents.annulled, (tx, event) => noteAnnulled(tx, event)),
    on(commitmentEvents.made, (tx, event) => entrustCommitment(tx, event, this.rules)),
    on(commitmentEvents.superseded, (tx, { aggregateId }) => dropTaskOf(tx, aggregateId, '由后一版决议代替')),
    on(roundEvents.unitAbsent, async (tx, { payload: { estateId, communityId, unitId, seat, title } }) => {
      // The street does not whistle for itself.
      if (seat === 'STREET') return;
      const place = { communityId, estateId, buildingId: null, point: null };
      const reason = `“${title}”两次通知会商，${labels.seatKind[seat]}一方均未到会，请到场说明并确定到会人员`;
      await soundWhistle(tx, { place, level: 'N', reason, unitIds: [unitId] }, tx.ctx, this.rules, this.streets);
    }),
    on(resolutionEvents.signatureMissing, async (tx, { payload: { kind, estateId, communityId = null, title, no, seats, unitIds } }) => {
      // Its leaders are told by the clock.
      const late = unitIds.filter((_, i) => seats[i] !== 'STREET');
      if (kind !== 'breach' || late.length === 0) return;
      const place = { communityId, estateId, buildingId: null, point: null };
      const reason = `${title === undefined ? '' : `“${title}”`}第 ${no} 版决议逾期未签署，请到场签署，或者书面说明不签署的理由`;
      await soundWhistle(tx, { place, level: 'N', reason, unitIds: late }, tx.ctx, this.rules, this.streets);
    }),
  ];
}
