export declare const POLICY: string;
export declare const HEADERS: Readonly<Record<string, string>>;
