import * as z from 'zod';

/** A card as its post names it: `zoom_card.id` and `meeting_id` of the props. */
export const namedCardSchema = z.object({
  card_id: z.string().regex(/^[0-9a-f]{32}$/),
  meeting_id: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,15}$/)),
});
