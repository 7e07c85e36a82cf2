/** The version in plugin.json and package.json; a test holds them together. */
export const PRODUCT_VERSION = '3.1.0';
