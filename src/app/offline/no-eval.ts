import { config } from 'zod';

// The page's policy forbids code made from text, which zod would try for speed.
config({ jitless: true });
