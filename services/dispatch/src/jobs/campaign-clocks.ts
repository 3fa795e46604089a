import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredCampaign } from '../app/run-campaign.js';
import { campaigns } from '../db/campaigns.store.js';

/** Campaigns that are due to be closed. */
@Injectable()
export class CampaignClocks {
  readonly effects: ClockEffect[] = [clockEffect(campaigns, ['CAMPAIGN_END'], recordFiredCampaign)];
}
