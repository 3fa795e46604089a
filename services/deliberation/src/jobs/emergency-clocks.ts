import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredQuestion } from '../app/answer-share.js';
import { recordFiredUse } from '../app/post-emergency-use.js';
import { emergencyUses, shareQuestions } from '../db/emergency.store.js';

/** The aim of 48 hours for the money, and the time to answer an owner. */
@Injectable()
export class EmergencyClocks {
  readonly effects: ClockEffect[] = [
    clockEffect(emergencyUses, ['EMERGENCY_AIM'], recordFiredUse),
    clockEffect(shareQuestions, ['SHARE_ANSWER'], recordFiredQuestion),
  ];
}
