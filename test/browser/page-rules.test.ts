import {describe, expect, it} from '@jest/globals';
import {inStates} from './contrast.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

type Fact = [html: string, style: Record<string, string>];

describe('The page of the tests does to bare elements what Mattermost’s page does', () => {
  /** Measured in Mattermost 11.6, in a post. */
  const FACTS: readonly Fact[] = [
    [
      '<a href="#">x</a>',
      {color: 'rgb(56, 111, 229)', 'text-decoration-line': 'none', 'word-break': 'break-word'},
    ],
    [
      '<a href="#" class="one two" data-hovered>x</a>',
      {color: 'rgb(56, 111, 229)', 'text-decoration-line': 'underline'},
    ],
    [
      '<button>x</button>',
      {color: 'rgb(63, 67, 80)', 'font-size': '14px', 'text-transform': 'none', cursor: 'pointer'},
    ],
    [
      '<p>x</p>',
      {'margin-bottom': '0px', 'line-height': '20px', 'white-space': 'pre-wrap', 'word-break': 'break-word'},
    ],
    ['<h2>x</h2>', {margin: '20px 0px 10px', 'font-weight': '500', 'font-family': 'Metropolis, sans-serif'}],
    ['<h3>x</h3>', {margin: '20px 0px 10px', 'font-size': '24px', 'line-height': '26.4px'}],
    ['<h4>x</h4>', {margin: '10px 0px', 'font-size': '18px'}],
    ['<ul><li>x</li></ul>', {'padding-left': '22px', margin: '3px 0px 1.54px'}],
    ['<ol><li>x</li></ol>', {'padding-left': '22px', margin: '3px 0px 1.54px'}],
    [
      '<label>x</label>',
      {display: 'inline-block', 'margin-bottom': '5px', 'font-weight': '700', 'max-width': '100%'},
    ],
    ['<input>', {'font-size': '16px', 'font-family': '"Open Sans", sans-serif'}],
    ['<img alt="">', {'max-width': '100%', 'vertical-align': 'middle'}],
    ['<svg></svg>', {overflow: 'hidden', 'box-sizing': 'border-box'}],
    ['<table><td>x</td></table>', {'border-collapse': 'collapse'}],
    [
      '<code>x</code>',
      {padding: '2px 4px', 'font-size': '12.6px', 'background-color': 'rgba(63, 67, 80, 0.1)'},
    ],
    ['<hr>', {margin: '20px 0px', 'border-top-width': '1px', 'border-top-color': 'rgba(63, 67, 80, 0.2)'}],
    ['<dl><dt>x</dt></dl>', {'box-sizing': 'border-box'}],
    ['<dt>x</dt>', {'font-weight': '700'}],
    ['<strong>x</strong>', {'font-weight': '600'}],
    ['<small>x</small>', {'font-size': '11.9px'}],
    ['<dialog open>x</dialog>', {padding: '14px', 'border-top-style': 'solid'}],
  ];

  it('measured element by element', async () => {
    const {page} = await open();
    await page.evaluate((all) => {
      for (const [markup] of all) {
        const body = Object.assign(document.createElement('div'), {
          className: 'post__body',
          innerHTML: markup,
        });
        const post = Object.assign(document.createElement('article'), {className: 'post fact'});
        post.append(body);
        document.body.append(post);
      }
    }, FACTS);
    const measure = (): Promise<Fact[]> =>
      page.evaluate((all) => {
        const elements = [...document.querySelectorAll('.fact > div > :first-child')];
        return all.map(([html, style], index) => {
          const computed = getComputedStyle(elements[index] as Element);
          const names = Object.keys(style);
          return [html, Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)]))];
        });
      }, FACTS);
    const measured: Record<string, Fact[]> = {};
    await inStates(page, {rest: [], hover: ['hover']}, async (state) => {
      measured[state] = await measure();
    });
    const found = FACTS.map(
      ([html], index) => measured[html.includes('data-hovered') ? 'hover' : 'rest']?.[index],
    );
    expect(found).toEqual(FACTS);
  });
});
