;; The two inner loops of the network over 32-bit floats, four at a time.
(module
  (memory (export "memory") 1)

  ;; y[r] = x[r] . w + b for each of `rows` rows: x rows by k, w packed as n/16 blocks of k by 16, b either one row of n (bstep 0)
  ;; or a row for each (bstep 4n). Pointers are bytes, n a multiple of 16.
  (func (export "affine") (param $x i32) (param $w i32) (param $b i32) (param $bstep i32) (param $y i32) (param $rows i32) (param $k i32) (param $n i32)
    (local $r i32) (local $j i32) (local $i i32) (local $xp i32) (local $wp i32) (local $s v128)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (block $done (loop $row
      (br_if $done (i32.ge_u (local.get $r) (local.get $rows)))
      (local.set $wp (local.get $w))
      (local.set $j (i32.const 0))
      (loop $block
        (local.set $a0 (v128.load (i32.add (local.get $b) (local.get $j))))
        (local.set $a1 (v128.load offset=16 (i32.add (local.get $b) (local.get $j))))
        (local.set $a2 (v128.load offset=32 (i32.add (local.get $b) (local.get $j))))
        (local.set $a3 (v128.load offset=48 (i32.add (local.get $b) (local.get $j))))
        (local.set $xp (local.get $x))
        (local.set $i (local.get $k))
        (loop $term
          (local.set $s (v128.load32_splat (local.get $xp)))
          (local.set $a0 (f32x4.add (local.get $a0) (f32x4.mul (local.get $s) (v128.load (local.get $wp)))))
          (local.set $a1 (f32x4.add (local.get $a1) (f32x4.mul (local.get $s) (v128.load offset=16 (local.get $wp)))))
          (local.set $a2 (f32x4.add (local.get $a2) (f32x4.mul (local.get $s) (v128.load offset=32 (local.get $wp)))))
          (local.set $a3 (f32x4.add (local.get $a3) (f32x4.mul (local.get $s) (v128.load offset=48 (local.get $wp)))))
          (local.set $xp (i32.add (local.get $xp) (i32.const 4)))
          (local.set $wp (i32.add (local.get $wp) (i32.const 64)))
          (br_if $term (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))
        (v128.store (i32.add (local.get $y) (local.get $j)) (local.get $a0))
        (v128.store offset=16 (i32.add (local.get $y) (local.get $j)) (local.get $a1))
        (v128.store offset=32 (i32.add (local.get $y) (local.get $j)) (local.get $a2))
        (v128.store offset=48 (i32.add (local.get $y) (local.get $j)) (local.get $a3))
        (local.set $j (i32.add (local.get $j) (i32.const 64)))
        (br_if $block (i32.lt_u (local.get $j) (i32.shl (local.get $n) (i32.const 2)))))
      (local.set $x (i32.add (local.get $x) (i32.shl (local.get $k) (i32.const 2))))
      (local.set $y (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
      (local.set $b (i32.add (local.get $b) (local.get $bstep)))
      (local.set $r (i32.add (local.get $r) (i32.const 1)))
      (br $row))))

  ;; Lambert's continued fraction of tanh to its seventh convergent; beyond 4.97 it has reached 1.
  (func $tanh (param $x v128) (result v128) (local $q v128)
    (local.set $x (f32x4.min (f32x4.max (local.get $x) (f32x4.splat (f32.const -4.97))) (f32x4.splat (f32.const 4.97))))
    (local.set $q (f32x4.mul (local.get $x) (local.get $x)))
    (f32x4.div
      (f32x4.mul (local.get $x)
        (f32x4.add (f32x4.splat (f32.const 135135))
          (f32x4.mul (local.get $q) (f32x4.add (f32x4.splat (f32.const 17325))
            (f32x4.mul (local.get $q) (f32x4.add (f32x4.splat (f32.const 378)) (local.get $q)))))))
      (f32x4.add (f32x4.splat (f32.const 135135))
        (f32x4.mul (local.get $q) (f32x4.add (f32x4.splat (f32.const 62370))
          (f32x4.mul (local.get $q) (f32x4.add (f32x4.splat (f32.const 3150))
            (f32x4.mul (local.get $q) (f32x4.splat (f32.const 28))))))))))

  (func $sigmoid (param $x v128) (result v128)
    (f32x4.add (f32x4.splat (f32.const 0.5))
      (f32x4.mul (f32x4.splat (f32.const 0.5)) (call $tanh (f32x4.mul (local.get $x) (f32x4.splat (f32.const 0.5)))))))

  ;; One step of an LSTM of n cells: the gates (in, forget, new, out; n floats each) move the cells c, and give h.
  (func (export "cell") (param $gates i32) (param $c i32) (param $h i32) (param $n i32)
    (local $j i32) (local $end i32) (local $g i32) (local $cell v128)
    (local.set $end (i32.shl (local.get $n) (i32.const 2)))
    (loop $four
      (local.set $g (i32.add (local.get $gates) (local.get $j)))
      (local.set $cell (f32x4.add
        (f32x4.mul (call $sigmoid (v128.load (i32.add (local.get $g) (local.get $end)))) (v128.load (i32.add (local.get $c) (local.get $j))))
        (f32x4.mul (call $sigmoid (v128.load (local.get $g)))
          (call $tanh (v128.load (i32.add (local.get $g) (i32.shl (local.get $end) (i32.const 1))))))))
      (v128.store (i32.add (local.get $c) (local.get $j)) (local.get $cell))
      (v128.store (i32.add (local.get $h) (local.get $j))
        (f32x4.mul (call $sigmoid (v128.load (i32.add (local.get $g) (i32.mul (local.get $end) (i32.const 3))))) (call $tanh (local.get $cell))))
      (br_if $four (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $end))))))
