/** The documents in directories of studies: the study, and where what it was made from stands from there. */

import * as z from 'zod';
import { alternativesSchema } from '../../studies/alternatives/document.ts';
import { comparisonSchema } from '../../studies/comparison/document.ts';
import { operationSchema } from '../../studies/operate/document.ts';
import { outsampleSchema } from '../../studies/outsample/document.ts';
import { repairSchema } from '../../studies/repair/document.ts';
import { valuesSchema } from '../../studies/values/document.ts';

const placesOf = (count: readonly [number, number]) =>
  z
    .array(z.string())
    .min(count[0])
    .max(count[1])
    .meta({ description: 'Of the results and scenarios it was made from, from this directory.' });

export const comparisonFileSchema = comparisonSchema.extend({ places: placesOf([2, 4]) });
export const valuesFileSchema = valuesSchema.extend({ places: placesOf([1, 1]) });
export const outsampleFileSchema = outsampleSchema.extend({ places: placesOf([1, 2]) });
export const operateFileSchema = operationSchema.extend({ places: placesOf([1, 2]) });
export const repairFileSchema = repairSchema.extend({ places: placesOf([1, 1]) });
export const alternativesFileSchema = alternativesSchema.extend({ places: placesOf([1, 1]) });
