import {describe, expect, it} from '@jest/globals';
import type {Card} from '../../../../server/core/domain/card.js';
import {zoomPostProps} from '../../../../server/core/domain/post-props.js';
import {renderCard} from '../../../../server/core/usecases/render-card.js';
import {texts} from '../../../../server/messages/texts.js';
import {joins} from '../../../support/meeting-story.js';
import {applyEvent} from '../../../../server/core/domain/apply-event.js';
import {createPlannedCard, PLANNED_AT, samplePlan} from '../../../support/planned-card.js';
import {attachmentOf} from '../../../support/sample-card.js';

const URL = 'https://zoom.us/j/85512345678?pwd=abc';
const REGISTER = 'https://zoom.us/meeting/register/abc';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const render = (changes: Partial<Card> = {}, language = 'en') =>
  renderCard(createPlannedCard(changes), texts(language));
const linesOf = (changes: Partial<Card> = {}): string[] =>
  (attachmentOf(render(changes)).text ?? '').split('\n');
const live = {startedAt: PLANNED_AT, occurrence: 'own=='};
const ended = {...live, endedAt: PLANNED_AT + 50 * MINUTE};
const series = samplePlan({isSeries: true, nextAt: PLANNED_AT + 7 * DAY});

describe('the post of a planned meeting', () => {
  it('says who announced what for when, and where to join', () => {
    expect(render().message).toBe(
      `Ana Silva announced “Planning of the year” for Nov 24, 14:00 UTC: [Join meeting](${URL})`,
    );
    expect(attachmentOf(render())).toEqual({
      title: 'Planning of the year',
      title_link: URL,
      text: 'Planned for Nov 24, 14:00 UTC · 60 minutes\nMeeting ID 855 1234 5678',
      fallback: render().message,
    });
  });

  it('says that it has no fixed time, or no length, where Zoom names none', () => {
    const plan = {toldAt: 1, topic: 'Whenever'};
    expect(render({plan}).message).toBe(`Ana Silva announced “Whenever”: [Join meeting](${URL})`);
    expect(linesOf({plan})).toContain('No fixed time');
    expect(linesOf({plan: {...plan, startsAt: PLANNED_AT}})).toContain('Planned for Nov 24, 14:00 UTC');
  });

  it('says of a series when the next one is, before it and after it', () => {
    expect(linesOf({plan: series})).toContain('Part of a series · the one after it: Dec 1, 14:00 UTC');
    expect(linesOf({plan: {...series, nextAt: undefined}})).toContain('Part of a series');
    expect(linesOf({plan: series, ...ended})).toContain('Next one of the series: Dec 1, 14:00 UTC');
  });

  it('is live and ends as others do, whoever begins it', () => {
    expect(render(live).message).toBe(`“Planning of the year” has begun: [Join meeting](${URL})`);
    expect(linesOf(live)[0]).toBe('Live since Nov 24, 14:00 UTC');
    expect(render(ended).message).toBe('“Planning of the year” has ended after 50 minutes.');
    expect(attachmentOf(render(ended))).not.toHaveProperty('title_link');
  });

  it('says what became of it where it never began, and links nowhere', () => {
    const gone = {withdrawnAt: PLANNED_AT};
    expect(render(gone).message).toBe('“Planning of the year” was deleted in Zoom and does not take place.');
    expect(linesOf(gone)).toEqual(['This meeting was deleted in Zoom.', 'Meeting ID 855 1234 5678']);
    const unused = {expiredAt: PLANNED_AT + DAY};
    expect(render(unused).message).toBe('Nobody began “Planning of the year”, which Ana Silva announced.');
    expect(linesOf({...unused, plan: series})[1]).toBe('Next one of the series: Dec 1, 14:00 UTC');
    expect(attachmentOf(render(gone))).not.toHaveProperty('title_link');
  });

  it('leads to registration where people have to register', () => {
    const {message, props} = render({plan: samplePlan({registrationUrl: REGISTER})});
    expect(message).toContain(`: [Register](${REGISTER})`);
    expect(message).not.toContain(URL);
    const {title_link, text} = attachmentOf({props});
    expect(title_link).toBe(REGISTER);
    expect(text).toContain(`Register first to be able to join: [Register](${REGISTER})`);
  });

  it('names who else may begin it, and no more of them than have room', () => {
    const names = (count: number) => Array.from({length: count}, (_, index) => `N${index}`);
    const said = (alternativeHosts: string[]) => linesOf({plan: samplePlan({alternativeHosts})});
    expect(said(['Ben Okri'])).toContain('Alternative host: Ben Okri');
    expect(said(names(10)).join()).toContain('N6, N7, and 2 more');
  });

  it('has the title and the description that were written for the channel', () => {
    const local = {title: 'Our planning', description: 'Bring *numbers*.\n\n# Not a heading\n===\n@channel'};
    expect(render({local}).message).toContain('“Our planning”');
    expect(linesOf({local}).slice(0, 4)).toEqual([
      'Bring \\*numbers\\*.',
      '\\# Not a heading',
      '\u200b===',
      '@\u200bchannel',
    ]);
    expect(zoomPostProps(createPlannedCard({local}))).toMatchObject({
      meeting_topic: 'Our planning',
      zoom_card: {titled_here: true, description: local.description},
    });
  });

  it('makes nothing of signs that pair across the lines of a description', () => {
    const local = {description: 'Costs $x\na <b\ny$ or c> less'};
    expect(linesOf({local}).slice(0, 3)).toEqual(['Costs &#36;x', 'a &lt;b', 'y&#36; or c> less']);
  });

  it('tells the web app what is planned', () => {
    const plan = {...series, registrationUrl: REGISTER, alternativeHosts: ['Ben'], panelists: ['Dora']};
    const {meeting_topic, zoom_card} = zoomPostProps(createPlannedCard({plan}));
    expect(meeting_topic).toBe('Planning of the year');
    expect(zoom_card).toMatchObject({
      kind: 'scheduled',
      plan: {
        starts_at: PLANNED_AT,
        next_at: PLANNED_AT + 7 * DAY,
        minutes: 60,
        is_series: true,
        registration_url: REGISTER,
        alternative_hosts: ['Ben'],
        panelists: ['Dora'],
      },
    });
    expect(zoom_card).not.toHaveProperty('titled_here');
  });
});

describe('the post of a webinar', () => {
  const webinar = (changes: Partial<Card> = {}) => createPlannedCard({kind: 'webinar', ...changes});

  it('speaks of a webinar, and names who speaks', () => {
    const {message, props} = renderCard(webinar({plan: samplePlan({panelists: ['Dora']})}), texts('en'));
    expect(message).toContain('[Join webinar]');
    expect(attachmentOf({props}).text).toContain('Panelist: Dora\nWebinar ID 855 1234 5678');
  });

  it('counts its audience, and names nobody of them', () => {
    const [carla, ben] = [
      joins(1, {stayId: '1', name: 'Carla'}),
      joins(2, {stayId: '2', userId: 'ben', name: 'Ben Okri'}),
    ];
    const on = [carla, ben].reduce(applyEvent, webinar({occurrence: carla.uuid, startedAt: carla.at}));
    const {props} = renderCard(on, texts('en'));
    expect(attachmentOf({props}).text).toContain('2 people are in the webinar.');
    expect(JSON.stringify(props)).not.toMatch(/Carla|Ben Okri/);
    expect(props['zoom_card']).toMatchObject({people: [], people_count: 2});
    const over = renderCard({...on, endedAt: PLANNED_AT}, texts('en'));
    expect(attachmentOf(over).text).toContain('2 people took part.');
  });
});
