import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {
  type Colour,
  contrast,
  HOVER_SHARE,
  mixed,
  readableShade,
  type Shade,
} from '../../../webapp/style/readable-shade.js';
import {STYLE} from '../../../webapp/style/style.js';
import {themeShades} from '../../../webapp/style/theme-shades.js';

const colour: fc.Arbitrary<Colour> = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
const shade = (of: Colour, {toward, share}: Shade): Colour =>
  mixed(of, toward === 'black' ? [0, 0, 0] : [255, 255, 255], share);

describe('A shade', () => {
  it('makes any button readable below any label, under the pointer too', () => {
    fc.assert(
      fc.property(colour, colour, (button, label) => {
        const found = readableShade(button, [label]);
        const shaded = shade(button, found);
        const hovered = shade(shaded, {...found, share: 12});
        expect(Math.min(contrast(shaded, label), contrast(hovered, label))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('is no stronger than it takes', () => {
    fc.assert(
      fc.property(colour, colour, (button, label) => {
        const {toward, share} = readableShade(button, [label]);
        fc.pre(share > 1);
        const weaker = shade(button, {toward, share: share - 2});
        expect(contrast(weaker, label)).toBeLessThan(contrast(shade(button, {toward, share}), label));
        expect(contrast(shade(button, {toward, share: share - 1}), label)).toBeLessThan(4.52);
      }),
    );
  });

  it('leaves a pair that can be read as the theme has it', () => {
    expect(readableShade([28, 88, 217], [[255, 255, 255]])).toEqual({toward: 'black', share: 0});
    expect(readableShade([255, 212, 112], [[27, 29, 34]])).toEqual({toward: 'white', share: 0});
  });
});

describe('The style', () => {
  it('has no colour of its own, and shouts at nobody', () => {
    expect(STYLE).not.toMatch(/!important|#[\da-f]{3,8}\b/i);
  });

  it('shades what is under the pointer by as much as was reckoned with', () => {
    expect(STYLE).toContain(
      `--zoom-fill-hover: color-mix(in srgb, var(--zoom-fill), var(--zoom-fill-toward, black) ${HOVER_SHARE}%)`,
    );
  });
});

describe('The shades of a theme', () => {
  it('are none where the page does not tell its colours', () => {
    expect(themeShades(() => '')).toBe('');
    expect(themeShades((name) => (name === '--link-color-rgb' ? 'blue' : '1,2,3'))).toBe('');
  });

  it('are told to the other rules as variables', () => {
    const onyx: Record<string, string> = {
      '--button-bg-rgb': '74,124,232',
      '--button-color-rgb': '255,255,255',
      '--link-color-rgb': '93,137,234',
      '--center-channel-color-rgb': '227,228,232',
      '--center-channel-bg-rgb': '25,27,31',
    };
    const rule = themeShades((name) => onyx[name] ?? '');
    expect(rule).toMatch(
      /^:root\{--zoom-fill-toward:black;--zoom-fill-share:\d+%;.*--zoom-soft-share:\d+%\}$/,
    );
    expect(Number(/fill-share:(\d+)/.exec(rule)?.[1])).toBeGreaterThan(0);
  });
});
