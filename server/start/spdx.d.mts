export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean;
