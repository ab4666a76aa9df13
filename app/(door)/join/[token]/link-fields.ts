import { z } from 'zod';
import { password, personName } from '@/lib/contracts/person';

export const joinFields = z.strictObject({ name: personName, password });
export const resetFields = z.strictObject({ password });
