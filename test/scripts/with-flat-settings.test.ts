import {expect, it} from '@jest/globals';
import {withFlatSettings} from '../../scripts/build-plugin/with-flat-settings.js';

it('a built plugin.json names every setting outside of the sections too, where older servers look for secrets and defaults', () => {
  const [key, other] = [{key: 'Key', secret: true}, {key: 'Other'}];
  const sections = [
    {title: 'One', settings: [key]},
    {title: 'Two', settings: [other]},
  ];
  expect(withFlatSettings({id: 'zoom', settings_schema: {header: 'Hi', sections}})).toEqual({
    id: 'zoom',
    settings_schema: {header: 'Hi', sections, settings: [key, other]},
  });
});
