/** The version in plugin.json and package.json; a test makes sure that they are the same. */
export const PRODUCT_VERSION = '3.8.1';
