/** plugin.json as we write it, as far as a build looks at it. */
export interface SectionedManifest {
  settings_schema: {sections: readonly {settings: readonly object[]}[]};
}

/**
 * Names the settings of all sections once more outside of them. Where there are both, the System Console draws the
 * sections alone; but servers before 11.6 mask only these secrets for readers of the configuration
 * (`PluginSettings.Sanitize`), and servers before 11.8 know only these defaults (`LoadPluginConfiguration`).
 */
export const withFlatSettings = <T extends SectionedManifest>(manifest: T): T => {
  const schema = manifest.settings_schema;
  const settings = schema.sections.flatMap((section) => section.settings);
  return {...manifest, settings_schema: {...schema, settings}};
};
