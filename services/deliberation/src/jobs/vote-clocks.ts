import { Injectable } from '@nestjs/common';
import { clockEffect, RuleBook, type ClockEffect } from '@wufang/service';
import { closeVote } from '../app/close-vote.js';
import { openVote } from '../app/open-vote.js';
import { recordFiredVote } from '../app/record-fired-vote.js';
import { remind } from '../app/remind-owners.js';
import { lockIssueOfVote, ownersVotes } from '../db/votes.store.js';

/** A vote opens and closes at its time, reminds owners who are silent, is counted in three days, its result has to hang in three days, and what the street has ordered to be put right has its time. */
@Injectable()
export class VoteClocks {
  constructor(private readonly rules: RuleBook) {}

  readonly effects: ClockEffect[] = [
    clockEffect(
      ownersVotes,
      ['VOTE_OPEN'],
      async (tx, vote, _, fired) => {
        if (fired.kind === 'breach') await openVote(tx, vote, this.rules);
      },
      undefined,
      lockIssueOfVote,
    ),
    clockEffect(
      ownersVotes,
      ['VOTE_CLOSE'],
      async (tx, vote, _, fired) => {
        if (fired.kind === 'breach') await closeVote(tx, vote, this.rules);
        else await remind(tx, vote);
      },
      undefined,
      lockIssueOfVote,
    ),
    clockEffect(ownersVotes, ['VOTE_COUNT', 'RESULT_POST', 'VOTE_CORRECTION'], recordFiredVote),
  ];
}
