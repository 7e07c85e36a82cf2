import type {BundledPackage} from './bundled-package.js';

const licencesOf = (licence: string) =>
  /[\s(]/.test(licence) ? [{expression: licence}] : [{license: {id: licence}}];

/**
 * The bill of materials of the bundle: what is inside it, not what is installed to make it.
 *
 * @param date - when the source was last changed
 * @see https://cyclonedx.org/docs/1.5/json/
 */
export const renderSbom = (version: string, date: Date, packages: readonly BundledPackage[]): string => {
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      timestamp: date.toISOString(),
      component: {
        type: 'application',
        'bom-ref': `zoom@${version}`,
        name: 'zoom',
        version,
        licenses: licencesOf('Apache-2.0'),
      },
    },
    components: packages.map(({name, version: own, licence, purl}) => ({
      type: 'library',
      'bom-ref': purl,
      name,
      version: own,
      licenses: licencesOf(licence),
      purl,
    })),
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
};
