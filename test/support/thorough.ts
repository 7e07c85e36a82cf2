/**
 * Whether every case is to be tried, and races as often as they may show themselves: in CI, and where suites are asked
 * for by name. A plain `npm test` tries a part, and is done while one waits for it.
 */
export const isThorough = (): boolean => process.env['ZOOM_TEST_THOROUGH'] !== 'no';

/**
 * How many cases of a property are tried, of so many where it is thorough. They are others in each run, so that plain
 * runs meet all kinds of them, too; a case that fails is told with its seed.
 */
export const runsOf = (all: number): number => (isThorough() ? all : Math.ceil(all / 8));
