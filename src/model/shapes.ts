/**
 * The shapes of the AWS service models (Smithy, botocore), as data: what a member is, and the limits AWS validates.
 * Everything that knows members – the wire, validation, the typed client, CloudTrail, the command line – walks these.
 */

interface Trait {
  /** The member must be present in a request. */
  readonly required?: true;
  /** AWS leaves the value out of validation messages and of CloudTrail. */
  readonly sensitive?: true;
  /** The same, though the model does not say so. Facts 7: a certificate is never logged, and CloudTrail has error messages too. */
  readonly unlogged?: true;
}

export interface StringShape<T extends string = string> extends Trait {
  readonly type: 'string';
  readonly min?: number;
  readonly max?: number;
  /** A regular expression as the service model prints it; the whole value must match it. */
  readonly pattern?: string;
  readonly enum?: readonly T[];
}
export interface IntegerShape extends Trait {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
}
export interface BooleanShape extends Trait {
  readonly type: 'boolean';
}
/** Epoch seconds with a fraction on the wire, a `Date` for callers. */
export interface TimestampShape extends Trait {
  readonly type: 'timestamp';
}
/** Base64 on the wire, a `Uint8Array` for callers; limits count bytes. Never in CloudTrail. */
export interface BlobShape extends Trait {
  readonly type: 'blob';
  readonly min?: number;
  readonly max?: number;
}
export interface ListShape<T = unknown> extends Trait {
  readonly type: 'list';
  readonly member: ShapeOf<T>;
  readonly min?: number;
  readonly max?: number;
}
export interface MapShape<T = unknown> extends Trait {
  readonly type: 'map';
  readonly key: StringShape;
  readonly value: ShapeOf<T>;
  readonly max?: number;
}
export interface StructureShape<T = unknown> extends Trait {
  readonly type: 'structure';
  readonly members: Members<T>;
}

/** Any shape, for code that walks them. */
export type Shape =
  | StringShape
  | IntegerShape
  | BooleanShape
  | TimestampShape
  | BlobShape
  | (Trait & { readonly type: 'list'; readonly member: Shape; readonly min?: number; readonly max?: number })
  | (Trait & { readonly type: 'map'; readonly key: StringShape; readonly value: Shape; readonly max?: number })
  | AnyStructure;

/** A structure as a caller holds it: `Date` and `Uint8Array` where the shapes say timestamp and blob. */
export type Values = Readonly<Record<string, unknown>>;

export type AnyMembers = Readonly<Record<string, Shape>>;
export interface AnyStructure extends Trait {
  readonly type: 'structure';
  readonly members: AnyMembers;
}

/** The shape that a member of TypeScript type `T` must be declared with. */
export type ShapeOf<T> = unknown extends T
  ? Shape
  : [T] extends [Date]
    ? TimestampShape
    : [T] extends [Uint8Array]
      ? BlobShape
      : [T] extends [boolean]
        ? BooleanShape
        : [T] extends [number]
          ? IntegerShape
          : [T] extends [string]
            ? StringShape<T>
            : [T] extends [readonly (infer U)[]]
              ? ListShape<U>
              : [T] extends [Readonly<Record<string, unknown>>]
                ? string extends keyof T
                  ? MapShape<T[string]>
                  : StructureShape<T>
                : StructureShape<T>;

/** One shape for each member of `T`: a missing, misspelt, mistyped or wrongly optional member does not compile. */
export type Members<T> = {
  readonly [K in keyof T]-?: ShapeOf<NonNullable<T[K]>> &
    (object extends Pick<T, K> ? unknown : { readonly required: true });
};

/** A string of `min` to `max` characters that matches `pattern`. */
export const string = (min?: number, max?: number, pattern?: string): StringShape => ({
  type: 'string',
  ...(min && { min }),
  ...(max !== undefined && { max }),
  ...(pattern && { pattern }),
});
/** A string out of a closed set, in the service model's order. */
export const oneOf = <T extends string>(...values: readonly T[]): StringShape<T> => ({ type: 'string', enum: values });
/** A string of an answer whose closed set is AWS's to keep: the type is checked, the values are not listed again. */
export const answer = <T extends string>(): StringShape<T> => ({ type: 'string' });
export const integer = (min?: number, max?: number): IntegerShape => ({
  type: 'integer',
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});
export const boolean: BooleanShape = { type: 'boolean' };
export const timestamp: TimestampShape = { type: 'timestamp' };
export const blob = (min?: number, max?: number): BlobShape => ({
  type: 'blob',
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});
export const list = <T>(member: ShapeOf<T>, limits: { readonly min?: number; readonly max?: number } = {}): ListShape<T> => ({
  type: 'list',
  member,
  ...limits,
});
export const map = <T>(value: ShapeOf<T>, limits: { readonly key?: StringShape; readonly max?: number } = {}): MapShape<T> => ({
  type: 'map',
  value,
  key: string(),
  ...limits,
});
export const structure = <T>(members: Members<T>): StructureShape<T> => ({ type: 'structure', members });

export const required = <S extends Trait>(shape: S): S & { readonly required: true } => ({ ...shape, required: true });
export const sensitive = <S extends Trait>(shape: S): S & { readonly sensitive: true } => ({ ...shape, sensitive: true });
export const unlogged = <S extends Trait>(shape: S): S & { readonly unlogged: true } => ({ ...shape, unlogged: true });
