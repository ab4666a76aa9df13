import { cva, type VariantProps } from 'class-variance-authority';

export const buttonStyles = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-60',
    '[&_svg]:size-4 [&_svg]:shrink-0 pointer-coarse:min-h-11',
  ],
  {
    variants: {
      variant: {
        primary:
          'border-transparent bg-accent-solid text-white hover:bg-accent-solid-hover focus-visible:outline-offset-2',
        secondary: 'border-line bg-canvas text-ink hover:bg-hover data-[state=open]:bg-hover',
        ghost:
          'border-transparent text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink',
        danger:
          'border-transparent bg-danger-solid text-white hover:bg-danger-solid-hover focus-visible:outline-offset-2',
      },
      size: {
        sm: 'h-7 px-2 text-xs',
        md: 'h-8 px-3 text-sm',
        lg: 'h-9 px-4 text-base',
      },
      block: { true: 'w-full' },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonLook = VariantProps<typeof buttonStyles>;
