/** Text of each file of media/schemas, by its name. */
export const schemaFiles: Readonly<Record<string, string>>;
