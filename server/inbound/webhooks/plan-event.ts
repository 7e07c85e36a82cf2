import type {HearOfPlan, PlanNews} from '../../core/usecases/hear-of-plan.js';
import {statusOf} from './meeting-event.js';
import {readPlanNews} from './plan-payload.js';
import {deadLetter, type WebhookEvent} from './webhook-event.js';

export interface PlanEventDeps {
  hearOfPlan: HearOfPlan;
}

/** What the events about a calendar have in common: all but their names. */
export const planEvent =
  (name: string, what: PlanNews['what']) =>
  ({hearOfPlan}: PlanEventDeps): WebhookEvent => ({
    name,
    async receive({body, authenticity, receivedAt, logger}) {
      const news = readPlanNews(what, body, receivedAt);
      if (news === undefined) return deadLetter(logger, `the payload of ${name} has another shape`);
      return statusOf(await hearOfPlan(news, authenticity));
    },
  });
