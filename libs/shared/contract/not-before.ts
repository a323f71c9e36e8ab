import { ValidateBy, type ValidationArguments } from 'class-validator';

/** The last day of a span does not lie before its first one. Whether both are days is for `IsDay` to say. */
export const NotBefore = (start: string): PropertyDecorator =>
  ValidateBy({
    name: 'beforeStart',
    validator: {
      validate: (value, args?: ValidationArguments) => {
        const from = (args?.object as Record<string, unknown> | undefined)?.[start];
        return typeof value !== 'string' || typeof from !== 'string' || value >= from;
      },
    },
  });
