package org.megatronsetup.wizard;

import java.util.Map;
import java.util.function.Supplier;
import org.megatronsetup.wizard.done.ContainerEndController;
import org.megatronsetup.wizard.done.DoneController;
import org.megatronsetup.wizard.environment.EnvironmentController;
import org.megatronsetup.wizard.environment.ExtrasController;
import org.megatronsetup.wizard.environment.PlaceController;
import org.megatronsetup.wizard.environment.ToolsController;
import org.megatronsetup.wizard.flow.Flow;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.install.InstallController;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Confirm;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.preflight.PreflightController;
import org.megatronsetup.wizard.release.CommitController;
import org.megatronsetup.wizard.release.ReleaseController;
import org.megatronsetup.wizard.release.SourcesController;
import org.megatronsetup.wizard.review.ReviewController;
import org.megatronsetup.wizard.target.ContainerController;
import org.megatronsetup.wizard.target.SshController;
import org.megatronsetup.wizard.target.TargetController;
import org.megatronsetup.wizard.validation.ValidationController;

/** How the controllers are made that views name, over the models of their pages. */
record Controllers(PageModels models, Kit kit, Desktop desktop, Confirm confirm, Flow flow) {

  Map<Class<?>, Supplier<?>> makers() {
    Texts texts = kit.texts();
    Pickers pickers = desktop.pickers();
    Clip clip = desktop.clip();
    Runnable toEnvironment = () -> flow.jump(Page.ENVIRONMENT);
    return Map.ofEntries(
        Map.entry(TargetController.class, () -> new TargetController(models.target, texts)),
        Map.entry(SshController.class, () -> new SshController(models.target, pickers, texts)),
        Map.entry(
            ContainerController.class,
            () -> new ContainerController(models.target, kit, pickers, clip)),
        Map.entry(
            PreflightController.class, () -> new PreflightController(models.preflight, texts)),
        Map.entry(ReleaseController.class, () -> new ReleaseController(models.release, kit)),
        Map.entry(CommitController.class, () -> new CommitController(models.release, texts)),
        Map.entry(
            SourcesController.class, () -> new SourcesController(models.release, pickers, texts)),
        Map.entry(
            EnvironmentController.class, () -> new EnvironmentController(models.environment, kit)),
        Map.entry(
            PlaceController.class, () -> new PlaceController(models.environment, pickers, texts)),
        Map.entry(ExtrasController.class, () -> new ExtrasController(models.environment, texts)),
        Map.entry(ToolsController.class, () -> new ToolsController(models.environment, texts)),
        Map.entry(
            ReviewController.class, () -> new ReviewController(models.review, kit, pickers, clip)),
        Map.entry(
            InstallController.class,
            () ->
                new InstallController(models.install, kit, pickers, clip, confirm, toEnvironment)),
        Map.entry(
            ValidationController.class,
            () ->
                new ValidationController(
                    models.validation,
                    kit,
                    pickers,
                    clip,
                    () -> flow.jump(Page.REVIEW),
                    toEnvironment)),
        Map.entry(DoneController.class, () -> new DoneController(models.done, kit, clip)),
        Map.entry(
            ContainerEndController.class,
            () -> new ContainerEndController(models.done, kit, clip, confirm)));
  }
}
