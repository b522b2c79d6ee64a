/** Name and version of the product, as every result states them (a test holds it to package.json). */
export const PRODUCT = { name: 'hall-twin', version: '0.1.0' } as const;
