/**
 * Whether tests put pictures of what they see into `build/screenshots`: where suites are asked for by name. In a full
 * run nobody looks at them, and drawing one takes as long as a short test.
 */
export const keepsPictures = (): boolean => process.env['ZOOM_TEST_PICTURES'] !== 'no';
