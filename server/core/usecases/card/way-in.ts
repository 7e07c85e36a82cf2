import type {Card} from '../../domain/card.js';

/** Where a card leads: where people have to register, each of them gets a link of their own from Zoom. */
export const wayIn = ({meeting, plan}: Card): {url: string; isRegistration: boolean} =>
  plan?.registrationUrl === undefined
    ? {url: meeting.joinUrl, isRegistration: false}
    : {url: plan.registrationUrl, isRegistration: true};
